using System.Buffers;
using System.Text;
using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>Writes the attributes of an element that may be shown.</summary>
internal sealed class HtmlAttributeFilter(HtmlTree tree, StringBuilder output, HtmlImages images, string? address)
{
    // Pictures inside addresses; larger ones are no decoration any more.
    private const int MostInlineChars = 200_000;

    private static readonly SearchValues<char> Sizes = SearchValues.Create("0123456789.wxh ");

    public void Write(int node)
    {
        var tag = tree[node].Tag;
        var hasLink = false;
        var seen = new List<string>();
        for (var i = 0; i < tree[node].AttributeCount; i++)
        {
            tree.RawAttribute(node, i, out var rawName, out var rawValue);
            if (NameOf(tag, rawName) is not { } name || seen.Contains(name))
            {
                continue;
            }
            seen.Add(name);
            var value = HtmlEntities.Decode(rawValue).Replace("\0", "", StringComparison.Ordinal);
            var written = name switch
            {
                "href" => Link(value),
                "src" or "poster" => Media(value, tag == Tag.Img),
                "srcset" => SourceSet(value),
                "cite" => Link(value),
                "reversed" or "open" => "",
                "data-media" => value is "image" or "video" or "audio" ? value : null,
                _ => value,
            };
            if (written is null)
            {
                continue;
            }
            hasLink |= name == "href";
            Append(name, written);
        }
        switch (tag)
        {
            case Tag.A when hasLink:
                Append("rel", "noopener noreferrer");
                break;
            case Tag.Img:
                Append("loading", "lazy");
                Append("referrerpolicy", "no-referrer");
                break;
            case Tag.Audio or Tag.Video:
                Append("controls", "");
                Append("preload", "none");
                break;
        }
    }

    /// <summary>Writes a picture, film or sound as a link that carries its address.</summary>
    /// <returns>Whether what is inside it is done with, too.</returns>
    public bool WriteLink(int node)
    {
        if (tree[node].Tag is Tag.Picture or Tag.Source or Tag.Track)
        {
            // A picture's own img is inside; the choices around it lead to the same.
            return false;
        }
        var source = tree.Attribute(node, "src");
        if (images == HtmlImages.AsLinks && source is not null && Media(source, isImage: false) is { } link)
        {
            output.Append("<a");
            Append("href", link);
            Append("data-media", tree[node].Tag switch { Tag.Img => "image", Tag.Video => "video", _ => "audio" });
            Append("rel", "noopener noreferrer");
            output.Append('>');
            HtmlSanitizer.Append(output, tree.Attribute(node, "alt")?.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } alt ? alt : link);
            output.Append("</a>");
        }
        return tree[node].Tag == Tag.Img;
    }

    private void Append(string name, string value)
    {
        output.Append(' ').Append(name).Append("=\"");
        HtmlSanitizer.Append(output, value, isQuoted: true);
        output.Append('"');
    }

    /// <summary>The attribute's name as it is written; null for one that goes: styles, events, ids, everything not listed.</summary>
    private static string? NameOf(Tag tag, ReadOnlySpan<char> raw)
    {
        Span<char> lower = stackalloc char[16];
        if (raw.Length > 16)
        {
            return null;
        }
        ReadOnlySpan<char> name = lower[..raw.ToLowerInvariant(lower)];
        return name switch
        {
            "title" => "title",
            "lang" => "lang",
            "dir" => "dir",
            "href" when tag is Tag.A => "href",
            "src" when tag is Tag.Img or Tag.Audio or Tag.Video or Tag.Source or Tag.Track => "src",
            "srcset" when tag is Tag.Img or Tag.Source => "srcset",
            "sizes" when tag is Tag.Img or Tag.Source => "sizes",
            "poster" when tag is Tag.Video => "poster",
            "alt" when tag is Tag.Img => "alt",
            "width" when tag is Tag.Img or Tag.Video or Tag.Td or Tag.Th or Tag.Table or Tag.Col => "width",
            "height" when tag is Tag.Img or Tag.Video or Tag.Td or Tag.Th => "height",
            "type" when tag is Tag.Source or Tag.Ol => "type",
            "media" when tag is Tag.Source => "media",
            "kind" when tag is Tag.Track => "kind",
            "srclang" when tag is Tag.Track => "srclang",
            "label" when tag is Tag.Track => "label",
            "cite" when tag is Tag.Blockquote or Tag.Q or Tag.Del or Tag.Ins => "cite",
            "datetime" when tag is Tag.Time or Tag.Del or Tag.Ins => "datetime",
            "colspan" when tag is Tag.Td or Tag.Th => "colspan",
            "rowspan" when tag is Tag.Td or Tag.Th => "rowspan",
            "headers" when tag is Tag.Td or Tag.Th => "headers",
            "scope" when tag is Tag.Th => "scope",
            "abbr" when tag is Tag.Th => "abbr",
            "span" when tag is Tag.Col or Tag.Colgroup => "span",
            "align" when tag is Tag.Td or Tag.Th or Tag.Tr or Tag.P or Tag.Div or Tag.Img or Tag.Table => "align",
            "valign" when tag is Tag.Td or Tag.Th or Tag.Tr => "valign",
            "start" when tag is Tag.Ol => "start",
            "reversed" when tag is Tag.Ol => "reversed",
            "value" when tag is Tag.Li => "value",
            "open" when tag is Tag.Details => "open",
            "data-media" when tag is Tag.A => "data-media",
            _ => null,
        };
    }

    private string? Link(string value)
    {
        var clean = FeedAddresses.Clean(value);
        var length = FeedAddresses.SchemeLength(clean);
        if (length == 0)
        {
            return HasHiddenScheme(clean) ? null : FeedAddresses.Resolve(clean, address) ?? (clean.Length == 0 ? "" : null);
        }
        return clean[..length].ToLowerInvariant() is "http" or "https" or "mailto" or "tel" or "ftp" or "news" or "xmpp" or "irc" or "magnet"
            ? clean
            : null;
    }

    private string? Media(string value, bool isImage)
    {
        var clean = FeedAddresses.Clean(value);
        var length = FeedAddresses.SchemeLength(clean);
        if (length == 0)
        {
            return HasHiddenScheme(clean) || clean.Length == 0 ? null : FeedAddresses.Resolve(clean, address);
        }
        return clean[..length].ToLowerInvariant() switch
        {
            "http" or "https" => clean,
            "data" when isImage && clean.Length < MostInlineChars && IsPlainPicture(clean) => clean,
            _ => null,
        };
    }

    /// <summary>Pictures made of dots; those made of markup (SVG) may run.</summary>
    private static bool IsPlainPicture(string address) =>
        address.StartsWith("data:image/png;base64,", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("data:image/jpeg;base64,", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("data:image/gif;base64,", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("data:image/webp;base64,", StringComparison.OrdinalIgnoreCase);

    /// <summary>A colon before any slash, question mark or hash, where no scheme was recognised: who knows what a browser sees.</summary>
    private static bool HasHiddenScheme(string address)
    {
        var colon = address.AsSpan().IndexOfAny(":/?#");
        return colon >= 0 && address[colon] == ':';
    }

    private string? SourceSet(string value)
    {
        List<string> kept = [];
        foreach (var candidate in value.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(20))
        {
            var space = candidate.IndexOf(' ', StringComparison.Ordinal);
            var source = (space < 0 ? candidate : candidate[..space]).TrimEnd(',');
            var size = space < 0 ? "" : candidate[space..].Trim().TrimEnd(',');
            if (Media(source, isImage: false) is { } link && !link.Contains(' ', StringComparison.Ordinal)
                && !size.AsSpan().ContainsAnyExcept(Sizes))
            {
                kept.Add(size.Length == 0 ? link : $"{link} {size}");
            }
        }
        return kept.Count == 0 ? null : string.Join(", ", kept);
    }
}
