namespace Stemma.Fetching;

/// <summary>Reads addresses as people and lists write them.</summary>
internal static class WebAddress
{
    private const int MaxChars = 8_192;

    /// <summary>An http(s) address; <c>feed:</c> in front is undone, a missing scheme is https. Null where it is none.</summary>
    public static Uri? Parse(string? text)
    {
        text = text?.Trim();
        if (text is null or "" or { Length: > MaxChars })
        {
            return null;
        }
        if (text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
        {
            text = text["feed:".Length..];
            text = text.StartsWith("//", StringComparison.Ordinal) ? "http:" + text : text;
        }
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            // "paper.example/feed", but not "mailto:a@b.example" nor "a word".
            var host = text.AsSpan()[..(text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : text.Length)];
            if (!host.Contains('.') || host.ContainsAny(" @"))
            {
                return null;
            }
            text = "https://" + text;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url : null;
    }
}
