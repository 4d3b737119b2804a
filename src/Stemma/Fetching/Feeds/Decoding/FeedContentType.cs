namespace Stemma.Fetching;

/// <summary>A Content-Type header taken apart.</summary>
/// <param name="MediaType">Lower case, without parameters; null where there is none.</param>
/// <param name="Charset">As written, without quotes; null where there is none.</param>
public sealed record FeedContentType(string? MediaType, string? Charset)
{
    /// <summary>Reads a header as servers write it; what makes no sense is left out. Never throws.</summary>
    public static FeedContentType Parse(string? header)
    {
        if (header is null)
        {
            return new FeedContentType(null, null);
        }
        var parts = header.Split(';');
        var type = parts[0].Trim().ToLowerInvariant();
        string? charset = null;
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset ??= part[(equals + 1)..].Trim(' ', '\t', '"', '\'');
            }
        }
        return new FeedContentType(type.Length == 0 ? null : type, string.IsNullOrEmpty(charset) ? null : charset);
    }

    /// <summary>Whether a server may call a feed that. Nobody telling is no fault either.</summary>
    internal static bool MayBeFeed(string? mediaType) => mediaType is null or "application/json" or "application/octet-stream"
        || mediaType.Contains("xml", StringComparison.Ordinal) || mediaType.EndsWith("+json", StringComparison.Ordinal)
        || mediaType is "application/rdf" or "application/x-cdf" or "text/json";
}
