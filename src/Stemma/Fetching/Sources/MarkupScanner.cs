using System.Buffers;
using System.Net;

namespace Stemma.Fetching;

/// <summary>
/// Walks the tags of HTML or XML, however broken: what is no tag is text, nothing needs to be closed, nothing is resolved. Enough to
/// find links, feeds and lists; extraction has a parser of its own. Linear in the length of the text.
/// </summary>
/// <param name="markup">The text.</param>
/// <param name="isHtml">Whether the contents of script and style are to be passed over.</param>
internal ref struct MarkupScanner(ReadOnlySpan<char> markup, bool isHtml)
{
    private const int MaxAttributes = 64;

    private static readonly SearchValues<char> EndOfName = SearchValues.Create("= \t\r\n/");

    private readonly bool _isHtml = isHtml;
    private ReadOnlySpan<char> _rest = markup;
    private ReadOnlySpan<char> _attributes;

    /// <summary>Name of the tag at hand, as written but without its prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Prefix of the tag at hand; empty for none.</summary>
    public ReadOnlySpan<char> Prefix { get; private set; }

    public bool IsEnd { get; private set; }

    /// <summary>Whether the tag closes itself (<c>&lt;a/&gt;</c>).</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The markup between the tag before and the one at hand.</summary>
    public ReadOnlySpan<char> Before { get; private set; }

    /// <summary>Moves to the next tag; false at the end.</summary>
    public bool Next()
    {
        var text = _rest;
        var from = 0;
        while (true)
        {
            var open = text[from..].IndexOf('<');
            if (open < 0)
            {
                Before = text;
                _rest = [];
                return false;
            }
            open += from;
            var tag = text[(open + 1)..];
            if (tag.StartsWith("!--", StringComparison.Ordinal))
            {
                from = open + 4 + Past(tag[3..], "-->");
            }
            else if (tag.StartsWith("![CDATA[", StringComparison.Ordinal))
            {
                from = open + 9 + Past(tag[8..], "]]>");
            }
            else if (tag is ['!' or '?', ..])
            {
                from = open + 1 + Past(tag, ">");
            }
            else if (tag is ['/', ..] ? tag.Length > 1 && IsNameStart(tag[1]) : tag.Length > 0 && IsNameStart(tag[0]))
            {
                Before = text[..open];
                _rest = tag[TagLength(tag)..];
                Read(tag[..(tag.Length - _rest.Length)]);
                SkipRawText();
                return true;
            }
            else
            {
                from = open + 1;
            }
        }
    }

    /// <summary>Whether the tag at hand has a name, case left aside.</summary>
    public readonly bool Is(ReadOnlySpan<char> name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>An attribute of the tag at hand, references undone; null for none. Names match without case and prefix.</summary>
    public readonly string? Attribute(ReadOnlySpan<char> name)
    {
        var rest = _attributes;
        for (var i = 0; i < MaxAttributes; i++)
        {
            rest = rest.TrimStart(" \t\r\n/");
            if (rest.IsEmpty)
            {
                return null;
            }
            var end = rest.IndexOfAny(EndOfName);
            end = end < 0 ? rest.Length : Math.Max(end, 1);
            var found = rest[..end];
            rest = rest[end..];
            var value = ReadOnlySpan<char>.Empty;
            if (rest.TrimStart(" \t\r\n") is ['=', .. var after])
            {
                value = Value(after.TrimStart(" \t\r\n"), out rest);
            }
            found = found[(found.LastIndexOf(':') + 1)..];
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return WebUtility.HtmlDecode(value.ToString()).Trim();
            }
        }
        return null;
    }

    /// <summary>Text of a stretch of markup: CDATA opened, comments left out, references undone, white space at the ends cut.</summary>
    public static string TextOf(ReadOnlySpan<char> stretch)
    {
        if (stretch.IndexOf('<') < 0)
        {
            return WebUtility.HtmlDecode(stretch.ToString()).Trim();
        }
        var text = new System.Text.StringBuilder();
        while (!stretch.IsEmpty)
        {
            var open = stretch.IndexOf('<');
            open = open < 0 ? stretch.Length : open;
            text.Append(WebUtility.HtmlDecode(stretch[..open].ToString()));
            stretch = stretch[open..];
            if (stretch.StartsWith("<![CDATA[", StringComparison.Ordinal))
            {
                var close = stretch.IndexOf("]]>", StringComparison.Ordinal);
                text.Append(close < 0 ? stretch[9..] : stretch[9..close]);
                stretch = close < 0 ? [] : stretch[(close + 3)..];
            }
            else if (!stretch.IsEmpty)
            {
                stretch = stretch.StartsWith("<!--", StringComparison.Ordinal)
                    ? stretch[(4 + Past(stretch[4..], "-->"))..]
                    : stretch[(1 + Past(stretch[1..], ">"))..];
            }
        }
        return text.ToString().Trim();
    }

    private void Read(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimEnd('>');
        IsEnd = tag is ['/', ..];
        tag = IsEnd ? tag[1..] : tag;
        var end = tag.IndexOfAny(" \t\r\n/");
        var name = end < 0 ? tag : tag[..end];
        _attributes = end < 0 ? [] : tag[end..];
        IsEmpty = _attributes.TrimEnd() is [.., '/'];
        var colon = name.LastIndexOf(':');
        Prefix = colon < 0 ? [] : name[..colon];
        Name = name[(colon + 1)..];
    }

    private void SkipRawText()
    {
        if (!_isHtml || IsEnd || IsEmpty || !(Is("script") || Is("style") || Is("textarea") || Is("title")))
        {
            return;
        }
        var from = 0;
        while (_rest[from..].IndexOf("</", StringComparison.Ordinal) is >= 0 and var at)
        {
            if (_rest[(from + at + 2)..].StartsWith(Name, StringComparison.OrdinalIgnoreCase))
            {
                _rest = _rest[(from + at)..];
                return;
            }
            from += at + 2;
        }
        _rest = [];
    }

    // To the '>' that ends a tag, quoted ones passed over; a quote that is never closed ends at the first '>'.
    private static int TagLength(ReadOnlySpan<char> tag)
    {
        var at = 0;
        while (tag[at..].IndexOfAny("\"'>") is >= 0 and var found)
        {
            at += found;
            if (tag[at] == '>')
            {
                return at + 1;
            }
            var isValue = tag[..at].TrimEnd(" \t\r\n") is [.., '='];
            var close = isValue ? tag[(at + 1)..].IndexOf(tag[at]) : 0;
            if (close < 0)
            {
                break;
            }
            at += isValue ? close + 2 : 1;
        }
        return Past(tag, ">");
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        if (text is ['"' or '\'', ..])
        {
            // A value that is never closed was cut, and half an address is none.
            var close = text[1..].IndexOf(text[0]);
            rest = close < 0 ? [] : text[(close + 2)..];
            return close < 0 ? [] : text[1..(close + 1)];
        }
        var end = text.IndexOfAny(" \t\r\n");
        rest = end < 0 ? [] : text[end..];
        return end < 0 ? text : text[..end];
    }

    // Length up to and with a mark; the whole where it is missing.
    private static int Past(ReadOnlySpan<char> text, ReadOnlySpan<char> mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : text.Length;

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or > '\u007F';
}
