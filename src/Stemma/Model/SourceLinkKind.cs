namespace Stemma.Model;

/// <summary>How one rests on another.</summary>
public enum SourceLinkKind
{
    /// <summary>Reports what the other reported, and says so.</summary>
    Cites,

    /// <summary>Bears out the other's report by a finding of its own; this is no resting on the other.</summary>
    Confirms,

    /// <summary>Prints the other's text and says so (a wire text, a syndicated article).</summary>
    Carries,

    /// <summary>Shares text with the other without saying so.</summary>
    Copies,

    /// <summary>Was told by this source, or has this document.</summary>
    ToldBy,
}
