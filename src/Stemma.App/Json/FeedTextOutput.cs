using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>A text of a feed: as read, as plain text, and as HTML that is safe to show.</summary>
internal sealed record FeedTextOutput(string Value, string Type, string Text, string? Html, string? Lang, string? Base, string? Src)
{
    public static FeedTextOutput? Of(FeedText? text, HtmlSanitizer sanitizer) => text is null ? null : new FeedTextOutput(
        text.Value, text.MediaType, text.ToText(), text.IsHtml ? text.ToHtml(sanitizer) : null, text.Language, text.Base, text.Source);
}
