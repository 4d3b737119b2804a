using System.Text;
using Stemma.Extraction.Html;

namespace Stemma.App.Evals.Feeds;

/// <summary>
/// HTML as it is shown and as it was read, compared by what a reader sees of it: order of attributes and way of quoting do
/// not count. A case is right if either is what it expects: foreign markup (SVG, MathML) is read but not shown.
/// </summary>
internal sealed record ShownHtml(string Html, string Source)
{
    // What our sanitiser adds to keep the reader's privacy.
    private static readonly string[] Added = ["rel", "loading", "referrerpolicy", "controls", "preload"];

    public bool Equals(string expected) => Html == expected || Canonical(Html) == Canonical(expected) || Canonical(Source) == Canonical(expected);

    public static string Canonical(string html)
    {
        var tree = HtmlParser.Parse(html);
        var text = new StringBuilder();
        var open = new Stack<int>();
        for (var i = 1; i <= tree.Count; i++)
        {
            while (open.Count > 0 && (i == tree.Count || tree[open.Peek()].End <= i))
            {
                text.Append("</").Append(tree.Raw(open.Pop())).Append('>');
            }
            if (i == tree.Count)
            {
                break;
            }
            if (tree[i].Tag == Tag.Text)
            {
                text.Append(HtmlEntities.Decode(tree.Raw(i)));
                continue;
            }
            text.Append('<').Append(tree.Raw(i));
            foreach (var (name, value) in AttributesOf(tree, i))
            {
                text.Append(' ').Append(name).Append('=').Append(value);
            }
            text.Append('>');
            open.Push(i);
        }
        return text.ToString().Trim();
    }

    private static IEnumerable<(string Name, string Value)> AttributesOf(HtmlTree tree, int node)
    {
        List<(string Name, string Value)> attributes = [];
        for (var i = 0; i < tree[node].AttributeCount; i++)
        {
            tree.RawAttribute(node, i, out var name, out var value);
            attributes.Add((name.ToString().ToLowerInvariant(), HtmlEntities.Decode(value)));
        }
        return attributes.Where(a => !Added.Contains(a.Name)).OrderBy(a => a.Name, StringComparer.Ordinal);
    }
}
