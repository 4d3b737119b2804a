namespace Stemma.Briefing;

/// <summary>Whether two accounts name the same speaker.</summary>
internal enum SpeakerRelation
{
    /// <summary>Two names of two people or bodies.</summary>
    Different,

    /// <summary>One is not named, or only described: "the president", "his lawyer".</summary>
    Unknown,

    /// <summary>The same name, or a surname and a name that ends so.</summary>
    Same,
}
