using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>A quote in the making.</summary>
internal sealed class Statement
{
    public required TextSpan Span { get; set; }

    public required QuoteForm Form { get; set; }

    /// <summary>Index of the quoted stretch; -1 for indirect speech.</summary>
    public int Stretch { get; init; } = -1;

    public Cue? Cue { get; set; }

    public SourcePhrase? Source { get; set; }

    /// <summary>Name of the rule that found the speaker.</summary>
    public required string Rule { get; set; }

    /// <summary>How sure we are of the speaker, in [0, 1].</summary>
    public double Figure { get; set; }

    public int Turn { get; set; }

    public string? Speaker { get; set; }

    public Person? Person { get; set; }

    public string? Addressee { get; set; }

    public string? Setting { get; set; }
}
