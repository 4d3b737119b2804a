using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads links and enclosures.</summary>
internal sealed class FeedLinkReader(FeedScope scope)
{
    // Link relations may be written as addresses of the registry.
    private const string Registry = "http://www.iana.org/assignments/relation/";

    private readonly FeedMarkup _markup = scope.Markup;

    /// <summary>Atom's link with attributes, or RSS's with its address as text; null for one that leads nowhere.</summary>
    public FeedLink? Read(int node)
    {
        var href = _markup.AnyAttribute(node, "href") ?? _markup.OwnText(node);
        if (scope.Resolve(node, href.Length > 0 ? href : _markup.AnyAttribute(node, "resource")) is not { } address)
        {
            return null;
        }
        var relation = _markup.Attribute(node, "rel")?.Trim().ToLowerInvariant();
        relation = relation?.StartsWith(Registry, StringComparison.Ordinal) == true ? relation[Registry.Length..] : relation;
        return new FeedLink
        {
            Href = address,
            Rel = string.IsNullOrEmpty(relation) ? "alternate" : relation,
            Type = NullIfEmpty(_markup.Attribute(node, "type")),
            HrefLang = NullIfEmpty(_markup.Attribute(node, "hreflang")),
            Title = NullIfEmpty(_markup.Attribute(node, "title")),
            Length = NullIfEmpty(_markup.Attribute(node, "length")),
        };
    }

    public FeedLink? ReadEnclosure(int node) =>
        scope.Resolve(node, _markup.Attribute(node, "url") ?? _markup.AnyAttribute(node, "resource") ?? _markup.Attribute(node, "href")) is { } address
            ? new FeedLink
            {
                Href = address,
                Rel = "enclosure",
                Type = NullIfEmpty(_markup.Attribute(node, "type")),
                Length = NullIfEmpty(_markup.Attribute(node, "length")),
            }
            : null;

    /// <summary>A whole number; null where the text is none.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
