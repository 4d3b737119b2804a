using Stemma.Extraction.Html;

namespace Stemma.App.Evals.Feeds;

/// <summary>Looks for anything that executes in HTML that is to be shown. The tests ask a second, foreign parser too.</summary>
internal static class HtmlHazards
{
    private static readonly string[] Elements =
        ["script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "meta", "base", "form", "input", "button", "textarea", "select", "svg", "math", "template", "noscript", "xmp", "plaintext", "title", "marquee"];

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "poster", "cite", "background", "data", "xlink:href", "srcset"];

    /// <summary>The first hazard; null where there is none.</summary>
    public static string? In(string html)
    {
        var tree = HtmlParser.Parse(html);
        for (var i = 1; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Text)
            {
                continue;
            }
            var name = tree.Raw(i).ToString().ToLowerInvariant();
            if (Elements.Contains(name))
            {
                return $"<{name}>";
            }
            for (var a = 0; a < tree[i].AttributeCount; a++)
            {
                tree.RawAttribute(i, a, out var rawName, out var rawValue);
                var attribute = rawName.ToString().ToLowerInvariant();
                var value = new string([.. HtmlEntities.Decode(rawValue).Where(c => c > ' ')]).ToLowerInvariant();
                if (attribute.StartsWith("on", StringComparison.Ordinal) || attribute is "style" or "srcdoc" or "id" or "name"
                    || (Addresses.Contains(attribute) && IsUnsafe(value)))
                {
                    return $"{attribute}={value}";
                }
            }
        }
        return null;
    }

    private static bool IsUnsafe(string address) => address.StartsWith("javascript:", StringComparison.Ordinal)
        || address.StartsWith("vbscript:", StringComparison.Ordinal)
        || (address.StartsWith("data:", StringComparison.Ordinal) && !address.StartsWith("data:image/", StringComparison.Ordinal))
        || address.StartsWith("data:image/svg", StringComparison.Ordinal);
}
