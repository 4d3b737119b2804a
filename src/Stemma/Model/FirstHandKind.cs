namespace Stemma.Model;

/// <summary>What an outlet did itself to know something.</summary>
public enum FirstHandKind
{
    /// <summary>"told us", "told [the outlet itself]".</summary>
    WasTold,

    /// <summary>"in an interview with [the outlet itself]", "in a phone interview".</summary>
    Interviewed,

    /// <summary>"asked by", "reached out to", "declined to comment to [the outlet itself]".</summary>
    Asked,

    /// <summary>The reporter was there: dateline and an event attended.</summary>
    Attended,

    /// <summary>"obtained by", "seen by", "reviewed by [the outlet itself]".</summary>
    Obtained,
}
