namespace Stemma.Fetching;

/// <summary>Reads a Link header (RFC 8288, section 3): <c>&lt;address&gt;; rel="one two"; type=…, …</c>.</summary>
internal static class LinkHeader
{
    /// <summary>Adds the http(s) links of one header value, until there are <paramref name="most"/>. Never throws; one pass.</summary>
    public static void Read(string value, Uri baseUrl, List<WebLink> links, int most)
    {
        var rest = value.AsSpan();
        while (links.Count < most && rest.IndexOf('<') is >= 0 and var open)
        {
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
            {
                return;
            }
            var address = rest[..close].Trim().ToString();
            rest = rest[(close + 1)..];
            var (relations, type) = Parameters(ref rest);
            if (Uri.TryCreate(baseUrl, address, out var target) && target.Scheme is "http" or "https")
            {
                foreach (var relation in relations)
                {
                    links.Add(new WebLink(target, relation.ToLowerInvariant(), type));
                }
            }
        }
    }

    // Up to the comma that ends this link; the first rel counts.
    private static (string[] Relations, string? Type) Parameters(ref ReadOnlySpan<char> rest)
    {
        string[]? relations = null;
        string? type = null;
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.IsEmpty || rest[0] != ';')
            {
                return (relations ?? [], type);
            }
            rest = rest[1..].TrimStart();
            var end = rest.IndexOfAny("=;,");
            var name = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[end..];
            if (rest.IsEmpty || rest[0] != '=')
            {
                continue;
            }
            var content = Value(ref rest);
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                relations ??= content.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
            else if (name.Equals("type", StringComparison.OrdinalIgnoreCase))
            {
                type ??= content.Trim().ToLowerInvariant();
            }
        }
    }

    private static string Value(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart();
        if (rest.IsEmpty || rest[0] != '"')
        {
            var end = rest.IndexOfAny(";,");
            var bare = (end < 0 ? rest : rest[..end]).Trim().ToString();
            rest = end < 0 ? [] : rest[end..];
            return bare;
        }
        rest = rest[1..];
        var close = rest.IndexOf('"');
        var quoted = (close < 0 ? rest : rest[..close]).ToString();
        rest = close < 0 ? [] : rest[(close + 1)..];
        return quoted;
    }
}
