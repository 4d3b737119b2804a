using System.Buffers;
using System.Text;
using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>
/// Makes HTML of others safe to show: only elements, attributes and address schemes of a closed list pass, and the
/// result is written anew, balanced and quoted, so that no browser reads it otherwise than it was judged. There is no
/// style, no form, no frame, no foreign markup (SVG, MathML), and nothing whose content a browser takes for raw text:
/// the contexts in which harmless markup turns into harmful one. Doing it twice changes nothing.
/// </summary>
/// <param name="images">What becomes of pictures, films and sounds.</param>
public sealed class HtmlSanitizer(HtmlImages images = HtmlImages.Shown)
{
    private static readonly SearchValues<char> ToEscape = SearchValues.Create("&<>");
    private static readonly SearchValues<char> ToEscapeQuoted = SearchValues.Create("&<>\"");

    /// <summary>Text as HTML: the characters that mean something there are escaped.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(ToEscape))
        {
            return text;
        }
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }

    /// <summary>The HTML as it may be shown. Never throws. Linear in its length.</summary>
    /// <param name="html">A piece of HTML, or a page.</param>
    /// <param name="address">What relative addresses in it are relative to; null leaves them as they are.</param>
    public string Sanitize(string html, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var tree = HtmlParser.Parse(html);
        var output = new StringBuilder(html.Length);
        var attributes = new HtmlAttributeFilter(tree, output, images, address);
        var open = new Stack<(int End, string Name)>();
        for (var i = 1; i < tree.Count; i++)
        {
            while (open.Count > 0 && open.Peek().End <= i)
            {
                output.Append("</").Append(open.Pop().Name).Append('>');
            }
            ref readonly var node = ref tree[i];
            if (node.Tag == Tag.Text)
            {
                AppendText(output, HtmlEntities.Decode(tree.Raw(i)));
                continue;
            }
            if (HtmlAllowed.IsDropped(node.Tag))
            {
                i = node.End - 1;
                continue;
            }
            if (HtmlAllowed.NameOf(tree, i) is not { } name)
            {
                continue;
            }
            if (node.Tag is Tag.Img or Tag.Video or Tag.Audio or Tag.Source or Tag.Picture or Tag.Track && images != HtmlImages.Shown)
            {
                i = attributes.WriteLink(i) ? node.End - 1 : i;
                continue;
            }
            output.Append('<').Append(name);
            attributes.Write(i);
            output.Append('>');
            if (!TagKinds.IsVoid(node.Tag))
            {
                open.Push((EndOf(tree, i), name));
            }
        }
        while (open.Count > 0)
        {
            output.Append("</").Append(open.Pop().Name).Append('>');
        }
        return output.ToString();
    }

    /// <summary>
    /// Where the element ends in the output. One that was closed across a block, so that it styles part of the block
    /// only, ends before that block: then the output nests as it is written.
    /// </summary>
    private static int EndOf(HtmlTree tree, int node)
    {
        var (end, styleEnd) = (tree[node].End, tree[node].StyleEnd);
        if (styleEnd >= end)
        {
            return end;
        }
        for (var child = node + 1; child < end; child = tree[child].End)
        {
            if (tree[child].End > styleEnd)
            {
                return child;
            }
        }
        return styleEnd;
    }

    private static void AppendText(StringBuilder output, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            text = text.Replace("\0", "", StringComparison.Ordinal);
        }
        Append(output, text);
    }

    internal static void Append(StringBuilder output, ReadOnlySpan<char> text, bool isQuoted = false)
    {
        while (text.IndexOfAny(isQuoted ? ToEscapeQuoted : ToEscape) is >= 0 and var at)
        {
            output.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ => "&quot;",
            });
            text = text[(at + 1)..];
        }
        output.Append(text);
    }
}
