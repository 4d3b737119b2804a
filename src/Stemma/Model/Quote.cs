namespace Stemma.Model;

/// <summary>Words given as someone's own.</summary>
public sealed record Quote
{
    /// <summary>The content: for direct speech the words between the marks, without the marks.</summary>
    public required TextSpan Span { get; init; }

    public required QuoteForm Form { get; init; }

    /// <summary>Fullest name of who said it, or the describing words ("a Pentagon spokesperson"); null where unclear.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words that name the speaker here: a name, a title or a pronoun.</summary>
    public TextSpan? SpeakerSpan { get; init; }

    /// <summary>The cue: "said", "according to", "told".</summary>
    public TextSpan? CueSpan { get; init; }

    /// <summary>Who was told, as written: "Newsweek", "reporters".</summary>
    public string? Addressee { get; init; }

    /// <summary>Where or how it was said, as written: "at a Friday press conference", "on Bluesky".</summary>
    public string? Setting { get; init; }

    /// <summary>
    /// Number, from 0, of the utterance in this article that the quote is a part of: parts split by "he said" or by
    /// paragraphs share it.
    /// </summary>
    public int Turn { get; init; }

    /// <summary>How the speaker was found. The figure is how sure we are of the speaker, in [0, 1].</summary>
    public required Explanation Explanation { get; init; }
}
