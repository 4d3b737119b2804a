using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>The <c>meta</c> and <c>link</c> elements of a page, by name.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads them; a page has some dozens, the first 400 are read.</summary>
    public MetaTags(HtmlTree tree)
    {
        var read = 0;
        for (var i = 0; i < tree.Count && read < 400; i++)
        {
            var tag = tree[i].Tag;
            if (tag == Tag.Meta)
            {
                read++;
                var name = tree.Attribute(i, "property") ?? tree.Attribute(i, "name") ?? tree.Attribute(i, "itemprop");
                if (name is not null && tree.Attribute(i, "content") is { } content)
                {
                    Add(name, content);
                }
            }
            else if (tag == Tag.Link && tree.Attribute(i, "rel") is { } relation && tree.Attribute(i, "href") is { } address)
            {
                Add("link:" + relation, address);
            }
            else if (tag == Tag.Title && PageTitle is null && !IsInSvg(tree, i))
            {
                PageTitle = tree[i].End > i + 1 ? TextFolder.Fold(HtmlEntities.Decode(tree.Raw(i + 1))) : null;
            }
        }
    }

    /// <summary>The page's <c>title</c>; null if it has none.</summary>
    public string? PageTitle { get; }

    /// <summary>The first value that one of these names has; null if none has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
            {
                return values[0];
            }
        }
        return null;
    }

    /// <summary>All values of a name, in page order.</summary>
    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? (IReadOnlyList<string>)[];

    private static bool IsInSvg(HtmlTree tree, int node)
    {
        for (var up = tree[node].Parent; up >= 0; up = tree[up].Parent)
        {
            if (tree[up].Tag == Tag.Svg)
            {
                return true;
            }
        }
        return false;
    }

    private void Add(string name, string value)
    {
        value = TextFolder.Fold(HtmlEntities.Decode(value));
        name = name.Trim();
        if (value.Length == 0 || name.Length > 100)
        {
            return;
        }
        if (!_values.TryGetValue(name, out var values))
        {
            _values[name] = values = [];
        }
        values.Add(value);
    }
}
