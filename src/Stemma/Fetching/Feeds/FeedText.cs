using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>A title, summary or body as a feed gives it. Kept verbatim; what is shown is made from it on demand.</summary>
public sealed record FeedText
{
    /// <summary>The text or HTML source, with the feed's own escaping resolved. Not safe to show where it is HTML.</summary>
    public required string Value { get; init; }

    /// <summary>text/plain, text/html, application/xhtml+xml, or what the feed says of other media.</summary>
    public string MediaType { get; init; } = "text/plain";

    /// <summary>Language tag in force there; null where nobody told.</summary>
    public string? Language { get; init; }

    /// <summary>What relative addresses in it are relative to; null where nothing is known.</summary>
    public string? Base { get; init; }

    /// <summary>Address of the content where it is elsewhere (Atom's <c>src</c>).</summary>
    public string? Source { get; init; }

    public bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>As plain text: markup left out, white space folded. Linear in the length.</summary>
    public string ToText() => IsHtml && Value.AsSpan().ContainsAny('<', '&')
        ? HtmlParser.Parse(Value).TextOf(0)
        : TextFolder.Fold(Value);

    /// <summary>As HTML that is safe to show.</summary>
    public string ToHtml(HtmlSanitizer sanitizer)
    {
        ArgumentNullException.ThrowIfNull(sanitizer);
        return IsHtml ? sanitizer.Sanitize(Value, Base) : HtmlSanitizer.Escape(Value);
    }
}
