namespace Stemma.Extraction;

/// <summary>One wording of a page's title, with all the places that give it.</summary>
internal sealed class TitleCandidate(string text)
{
    /// <summary>The wording, as the first place had it.</summary>
    public string Text { get; } = text;

    /// <summary>The places that give these words.</summary>
    public TitleSources Sources { get; set; }

    /// <summary>Which heading of its level it is, from 0; -1 if it is none.</summary>
    public int Heading { get; set; } = -1;

    /// <summary>The heading's node; -1 if it is none.</summary>
    public int Node { get; set; } = -1;

    /// <summary>What was cut off to get it; empty if nothing was.</summary>
    public string Cut { get; set; } = "";

    /// <summary>The sign it was cut at; -1 if it was not.</summary>
    public int Separator { get; set; } = -1;

    /// <summary>Whether what stood behind the sign was kept.</summary>
    public bool IsTail { get; set; }
}
