namespace Stemma.Model;

/// <summary>What a citation says that the other outlet did.</summary>
public enum CitationKind
{
    /// <summary>"X first reported", "X revealed": the origin by name.</summary>
    FirstReport,

    /// <summary>"according to X", "X reported".</summary>
    Reports,

    /// <summary>"X confirmed", "X, citing its own source, also": a second finding.</summary>
    Confirms,

    /// <summary>"X also reported": beside another.</summary>
    AlsoReports,

    /// <summary>"told X", "in an interview with X": somebody spoke to that outlet.</summary>
    ToldTo,

    /// <summary>The text, or part of it, is that outlet's: "(AP)", "contributed to this report".</summary>
    Syndicated,

    /// <summary>A report of X is said to support, match or contradict somebody's words.</summary>
    BearsOn,

    /// <summary>A post: "wrote on Bluesky".</summary>
    SocialPost,

    /// <summary>A book: "wrote in his 2022 book".</summary>
    Book,

    /// <summary>A document, filing, letter, law.</summary>
    Document,
}
