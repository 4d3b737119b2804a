namespace Stemma.Extraction;

/// <summary>One reading of who wrote a page's article, with all the places that give it.</summary>
internal sealed class AuthorCandidate(IReadOnlyList<string> names, NameReading reading)
{
    /// <summary>The names, in the order of the first place that gave them.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>How strictly the text was read.</summary>
    public NameReading Reading { get; set; } = reading;

    /// <summary>The places that give just these names.</summary>
    public AuthorSources Sources { get; set; }

    /// <summary>How many such places there are.</summary>
    public int Places { get; set; }

    /// <summary>The block nearest to the headline that gives them; -1 if none is visible.</summary>
    public int Block { get; set; } = -1;
}
