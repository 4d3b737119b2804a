using System.Buffers;
using System.Text;
using Stemma.Extraction.Html;

namespace Stemma.Fetching;

/// <summary>Reads titles, summaries and bodies: plain text, escaped HTML, XHTML in place, or base64.</summary>
internal sealed class FeedTextReader(FeedScope scope)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("xX0123456789abcdefABCDEF");
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    private readonly FeedMarkup _markup = scope.Markup;

    /// <summary>The text of an element that may hold either, told by its attributes in Atom and by its look in RSS.</summary>
    public FeedText Read(int node) => Read(node, isHtml: false);

    /// <summary>The text of an element that always holds HTML, such as <c>content:encoded</c>.</summary>
    public FeedText ReadHtml(int node) => Read(node, isHtml: true);

    private FeedText Read(int node, bool isHtml)
    {
        var said = _markup.Attribute(node, "type")?.ToLowerInvariant();
        var type = said switch
        {
            null or "" => isHtml ? "text/html" : "text/plain",
            "text" or "plain" => "text/plain",
            "html" => "text/html",
            "xhtml" => "application/xhtml+xml",
            _ => FeedContentType.Parse(said).MediaType ?? "text/plain",
        };
        var mode = _markup.Attribute(node, "mode")?.ToLowerInvariant();
        string value;
        if (_markup.HasElements(node) && mode != "base64")
        {
            var holder = Unwrapped(node, said);
            value = FeedXhtmlWriter.Inner(_markup, holder, isEscaped: said is "html" or "text/html" && mode is null or "escaped");
            type = type == "text/plain" ? "text/html" : type;
        }
        else
        {
            value = _markup.Text(node);
            if (mode == "base64" || (said is not null && !IsText(type)))
            {
                (value, type) = FromBase64(value, type);
            }
            else if (type == "text/plain" && said is null && !scope.IsAtom && LooksLikeHtml(value))
            {
                type = "text/html";
            }
        }
        return new FeedText
        {
            Value = value,
            MediaType = type,
            Language = scope.Language(node),
            Base = scope.Base(node),
            Source = scope.Resolve(node, _markup.Attribute(node, "src")),
        };
    }

    /// <summary>Atom's XHTML stands in a <c>div</c> that is no part of it: that div, else the element itself.</summary>
    private int Unwrapped(int node, string? said)
    {
        if (said is not ("xhtml" or "html") && (said is not "application/xhtml+xml" || scope.Format != FeedFormat.Atom10))
        {
            return node;
        }
        var only = -1;
        for (var i = node + 1; i < _markup[node].End; i = _markup[i].End)
        {
            if (_markup[i].Name is null)
            {
                if (_markup.TextNode(i, trim: true).Length > 0)
                {
                    return node;
                }
            }
            else if (only >= 0 || _markup[i].Name != "div")
            {
                return node;
            }
            else
            {
                only = i;
            }
        }
        return only >= 0 ? only : node;
    }

    private static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal)
        || type.EndsWith("xml", StringComparison.Ordinal) || type.StartsWith("message/", StringComparison.Ordinal);

    private static (string Value, string Type) FromBase64(string value, string type)
    {
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var written))
        {
            return (value, type);
        }
        try
        {
            var text = StrictUtf8.GetString(bytes, 0, written);
            return (text, LooksLikeHtml(text) ? "text/html" : IsText(type) ? type : "text/plain");
        }
        catch (DecoderFallbackException)
        {
            return (value, type);
        }
    }

    /// <summary>
    /// Whether a text of which nobody says so is HTML: it closes an element HTML has, or holds one that needs no closing,
    /// or a character reference. <c>1 &lt; 2</c> and <c>the &lt;b&gt; tag</c> are not.
    /// </summary>
    internal static bool LooksLikeHtml(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny('<', '&');
            if (next < 0)
            {
                return false;
            }
            at += next;
            var rest = text[at..];
            if (rest[0] == '&' ? IsReference(rest) : IsTag(rest))
            {
                return true;
            }
            at++;
        }
        return false;
    }

    private static bool IsReference(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, 34)].IndexOf(';');
        if (end < 3)
        {
            return false;
        }
        var reference = rest[..(end + 1)];
        return reference[1] == '#'
            ? !reference[2..^1].ContainsAnyExcept(Digits)
            : HtmlEntities.Decode(reference).Length < reference.Length;
    }

    private static bool IsTag(ReadOnlySpan<char> rest)
    {
        var isEnd = rest.Length > 1 && rest[1] == '/';
        var name = rest[(isEnd ? 2 : 1)..];
        var length = 0;
        while (length < name.Length && length < 12 && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }
        if (length == 0 || length == name.Length || name[length] is not ('>' or ' ' or '/' or '\n' or '\t' or '\r'))
        {
            return false;
        }
        var tag = TagKinds.Find(name[..length]);
        return tag != Tag.Other && name.Contains('>') && (isEnd || tag is Tag.Br or Tag.Img or Tag.Hr or Tag.P);
    }
}
