using System.Text;
using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>Writes markup that stands in a feed as XML as HTML, prefixes left out. Loops, never recurses.</summary>
internal static class FeedXhtmlWriter
{
    /// <summary>What an element holds.</summary>
    /// <param name="markup">The feed.</param>
    /// <param name="node">The element; itself not written.</param>
    /// <param name="isEscaped">Whether its text is HTML once more, as where <c>type="html"</c> holds elements all the same.</param>
    public static string Inner(FeedMarkup markup, int node, bool isEscaped)
    {
        var html = new StringBuilder();
        var open = new Stack<int>();
        for (var i = node + 1; i < markup[node].End; i++)
        {
            CloseEnded(markup, html, open, i);
            ref readonly var inner = ref markup[i];
            if (inner.Name is null)
            {
                var text = markup.TextNode(i, trim: false);
                html.Append(isEscaped ? text : HtmlSanitizer.Escape(text));
                continue;
            }
            html.Append('<').Append(inner.Name);
            foreach (var (name, value) in markup.Attributes(i))
            {
                html.Append(' ').Append(name is "xml:lang" ? "lang" : name).Append("=\"");
                HtmlSanitizer.Append(html, value, isQuoted: true);
                html.Append('"');
            }
            // Foreign markup is told apart by its namespace, which is in force here whatever prefix it was written with.
            if (inner is { Name: "svg", Vocabulary: FeedVocabulary.Svg })
            {
                html.Append(" xmlns=\"http://www.w3.org/2000/svg\"");
            }
            else if (inner is { Name: "math", Vocabulary: FeedVocabulary.MathMl })
            {
                html.Append(" xmlns=\"http://www.w3.org/1998/Math/MathML\"");
            }
            html.Append('>');
            if (!TagKinds.IsVoid(TagKinds.Find(inner.Name)))
            {
                open.Push(i);
            }
        }
        CloseEnded(markup, html, open, markup[node].End);
        return html.ToString().Trim();
    }

    private static void CloseEnded(FeedMarkup markup, StringBuilder html, Stack<int> open, int at)
    {
        while (open.Count > 0 && markup[open.Peek()].End <= at)
        {
            html.Append("</").Append(markup[open.Pop()].Name).Append('>');
        }
    }
}
