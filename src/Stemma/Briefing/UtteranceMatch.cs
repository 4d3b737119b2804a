namespace Stemma.Briefing;

/// <summary>How two quoted stretches render the same words; the surest last.</summary>
internal enum UtteranceMatch
{
    None,

    /// <summary>Much the same content in the same order, otherwise worded: a translation, a rewording.</summary>
    Rendering,

    /// <summary>A word or a few that stand in the other.</summary>
    Fragment,

    /// <summary>The same words with some left out or changed.</summary>
    Cut,

    /// <summary>Words in a row that nobody says twice by chance.</summary>
    Verbatim,
}
