using System.Buffers;

namespace Stemma.Extraction.Html;

/// <summary>
/// Turns a page into an <see cref="HtmlTree"/> in one pass: time and memory are linear in the length of the page, whatever
/// the bytes. It follows the HTML standard where real pages need it (implied ends, raw text, misnested links) and leaves
/// out what makes other parsers slow on hostile pages: no list of formatting elements to rebuild, no foster parenting.
/// </summary>
internal sealed class HtmlParser
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> EndOfAttributeName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n\f>");

    private readonly string _source;
    private readonly int[] _open = new int[HtmlLimits.Depth + 1];
    private readonly int[] _openCount = new int[(int)Tag.Xmp + 1];
    private HtmlNode[] _nodes;
    private HtmlAttribute[] _attributes = new HtmlAttribute[256];
    private int _count;
    private int _attributeCount;
    private int _depth;
    private bool _closedAtEnd;

    private HtmlParser(string source)
    {
        _source = source;
        _nodes = new HtmlNode[Math.Clamp(source.Length / 40, 64, HtmlLimits.Nodes)];
    }

    /// <summary>Parses a page. Never throws, never recurses. Linear in the length of the source.</summary>
    public static HtmlTree Parse(string source)
    {
        var parser = new HtmlParser(source);
        parser.Run();
        return new HtmlTree(source, parser._nodes, parser._count, parser._attributes, parser._count >= HtmlLimits.Nodes);
    }

    private void Run()
    {
        AddNode(Tag.Html, 0, 0);
        _open[_depth++] = 0;
        _openCount[(int)Tag.Html]++;
        var at = 0;
        while (at < _source.Length && _count < HtmlLimits.Nodes)
        {
            var next = _source.IndexOf('<', at);
            if (next < 0)
            {
                AddText(at, _source.Length);
                break;
            }
            var after = next + 1 < _source.Length ? _source[next + 1] : ' ';
            if (!char.IsAsciiLetter(after) && after is not ('/' or '!' or '?'))
            {
                // A lone "<" is text; take it together with what follows, up to the next one.
                var end = _source.IndexOf('<', next + 1);
                end = end < 0 ? _source.Length : end;
                AddText(at, end);
                at = end;
                continue;
            }
            AddText(at, next);
            at = after switch
            {
                '/' => ReadEndTag(next + 2),
                '!' or '?' => SkipDeclaration(next),
                _ => ReadStartTag(next + 1),
            };
        }
        while (_depth > 0)
        {
            Close(--_depth);
        }
    }

    private int SkipDeclaration(int at)
    {
        var rest = _source.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            // "<!-->" and "<!--->" are whole comments.
            var from = at + 4;
            if (rest.Length > 4 && rest[4] == '>')
            {
                return at + 5;
            }
            var end = _source.IndexOf("-->", from, StringComparison.Ordinal);
            return end < 0 ? _source.Length : end + 3;
        }
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal) && _openCount[(int)Tag.Svg] + _openCount[(int)Tag.Math] > 0)
        {
            var end = _source.IndexOf("]]>", at, StringComparison.Ordinal);
            return end < 0 ? _source.Length : end + 3;
        }
        var close = _source.IndexOf('>', at);
        return close < 0 ? _source.Length : close + 1;
    }

    private int ReadStartTag(int at)
    {
        var length = _source.AsSpan(at).IndexOfAny(EndOfName);
        length = length < 0 ? _source.Length - at : length;
        var tag = TagKinds.Find(_source.AsSpan(at, length));
        var firstAttribute = _attributeCount;
        var end = ReadAttributes(at + length, out var isSelfClosing);
        if (tag is Tag.Html or Tag.Body or Tag.Head && _openCount[(int)tag] > 0)
        {
            if (tag == Tag.Html && _nodes[0].AttributeCount == 0)
            {
                SetAttributes(0, firstAttribute);
            }
            return end;
        }
        ImplyEnds(tag);
        if (_count >= HtmlLimits.Nodes)
        {
            return end;
        }
        var node = AddNode(tag, at, length);
        SetAttributes(node, firstAttribute);
        if (TagKinds.IsVoid(tag) || (isSelfClosing && (tag is Tag.Svg or Tag.Other || _openCount[(int)Tag.Svg] > 0)))
        {
            return end;
        }
        if (TagKinds.IsRawText(tag) && _openCount[(int)Tag.Svg] == 0)
        {
            return ReadRawText(node, end);
        }
        if (_depth < HtmlLimits.Depth)
        {
            _open[_depth++] = node;
            _openCount[(int)tag]++;
        }
        return end;
    }

    private void SetAttributes(int node, int first)
    {
        _nodes[node].FirstAttribute = first;
        _nodes[node].AttributeCount = (byte)(_attributeCount - first);
    }

    private int ReadRawText(int node, int at)
    {
        var name = _source.AsSpan(_nodes[node].Start, _nodes[node].Length);
        var end = at;
        while (true)
        {
            var found = _source.AsSpan(end).IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
            {
                end = _source.Length;
                break;
            }
            end += found;
            var rest = _source.AsSpan(end + 2);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (rest.Length == name.Length || EndOfName.Contains(rest[name.Length])))
            {
                break;
            }
            end += 2;
        }
        if (end > at && _count < HtmlLimits.Nodes)
        {
            var text = AddNode(Tag.Text, at, end - at);
            _nodes[text].Parent = node;
            _nodes[text].End = _nodes[text].StyleEnd = _count;
        }
        _nodes[node].End = _nodes[node].StyleEnd = _count;
        if (end >= _source.Length)
        {
            return _source.Length;
        }
        var close = _source.IndexOf('>', end);
        return close < 0 ? _source.Length : close + 1;
    }

    private int ReadAttributes(int at, out bool isSelfClosing)
    {
        isSelfClosing = false;
        var first = _attributeCount;
        while (at < _source.Length)
        {
            var c = _source[at];
            if (c == '>')
            {
                return at + 1;
            }
            if (c == '/' || c <= ' ')
            {
                isSelfClosing = c == '/' || (isSelfClosing && c <= ' ');
                at++;
                continue;
            }
            isSelfClosing = false;
            var nameLength = _source.AsSpan(at + 1).IndexOfAny(EndOfAttributeName) + 1;
            var nameStart = at;
            nameLength = nameLength == 0 ? _source.Length - at : nameLength;
            at = SkipSpace(at + nameLength);
            var (valueStart, valueLength) = (at, 0);
            if (at < _source.Length && _source[at] == '=')
            {
                (valueStart, valueLength, at) = ReadValue(SkipSpace(at + 1));
            }
            if (_attributeCount - first < HtmlLimits.Attributes)
            {
                if (_attributeCount == _attributes.Length)
                {
                    Array.Resize(ref _attributes, _attributes.Length * 2);
                }
                _attributes[_attributeCount++] = new HtmlAttribute(nameStart, nameLength, valueStart, valueLength);
            }
        }
        return at;
    }

    private (int Start, int Length, int After) ReadValue(int at)
    {
        if (at >= _source.Length)
        {
            return (at, 0, at);
        }
        var quote = _source[at];
        if (quote is '"' or '\'')
        {
            var end = _source.IndexOf(quote, at + 1);
            end = end < 0 ? _source.Length : end;
            return (at + 1, end - at - 1, Math.Min(end + 1, _source.Length));
        }
        var length = _source.AsSpan(at).IndexOfAny(EndOfBareValue);
        length = length < 0 ? _source.Length - at : length;
        return (at, length, at + length);
    }

    private int SkipSpace(int at)
    {
        while (at < _source.Length && _source[at] <= ' ')
        {
            at++;
        }
        return at;
    }

    private int ReadEndTag(int at)
    {
        var end = _source.IndexOf('>', at);
        end = end < 0 ? _source.Length : end;
        var length = _source.AsSpan(at, end - at).IndexOfAny(EndOfName);
        length = length < 0 ? end - at : length;
        var name = _source.AsSpan(at, length);
        var tag = TagKinds.Find(name);
        if (tag is Tag.Body or Tag.Html)
        {
            // Browsers go on in the body after its end tag, and so do many pages.
            _closedAtEnd = true;
        }
        else if (_openCount[(int)tag] > 0)
        {
            CloseNamed(tag, name);
        }
        return Math.Min(end + 1, _source.Length);
    }

    private void CloseNamed(Tag tag, ReadOnlySpan<char> name)
    {
        var isInline = TagKinds.IsInline(tag);
        var crossesBlock = false;
        for (var i = _depth - 1; i > 0; i--)
        {
            ref var node = ref _nodes[_open[i]];
            if (node.Tag == tag && (tag != Tag.Other
                || _source.AsSpan(node.Start, node.Length).Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                if (isInline && crossesBlock)
                {
                    if (node.StyleEnd == 0)
                    {
                        node.StyleEnd = _count;
                    }
                    return;
                }
                CloseDownTo(i);
                return;
            }
            // A cell keeps what is open outside its table; only the table's own tags pass it.
            if (node.Tag is Tag.Td or Tag.Th or Tag.Caption && tag is not (Tag.Table or Tag.Tr or Tag.Tbody or Tag.Thead or Tag.Tfoot))
            {
                if (isInline || tag is Tag.P or Tag.Li)
                {
                    return;
                }
            }
            crossesBlock |= TagKinds.IsBlock(node.Tag);
        }
    }

    /// <summary>Ends what the standard says is over when <paramref name="tag"/> begins.</summary>
    private void ImplyEnds(Tag tag)
    {
        if (_openCount[(int)Tag.Head] > 0 && tag is not (Tag.Meta or Tag.Link or Tag.Script or Tag.Style or Tag.Title or Tag.Base
            or Tag.Noscript or Tag.Template or Tag.Other))
        {
            CloseOpen(Tag.Head, Tag.Html);
        }
        if (_openCount[(int)Tag.P] > 0 && TagKinds.ClosesParagraph(tag))
        {
            CloseOpen(Tag.P, Tag.Button, Tag.Td, Tag.Th, Tag.Table, Tag.Caption);
        }
        switch (tag)
        {
            case Tag.A:
                CloseStyle(Tag.A);
                break;
            case Tag.Li:
                CloseOpen(Tag.Li, Tag.Ul, Tag.Ol, Tag.Menu, Tag.Table);
                break;
            case Tag.Dt or Tag.Dd:
                CloseOpen(Tag.Dt, Tag.Dl, Tag.Table, Tag.Dd);
                CloseOpen(Tag.Dd, Tag.Dl, Tag.Table);
                break;
            case Tag.Td or Tag.Th:
                CloseOpen(Tag.Td, Tag.Table, Tag.Tr);
                CloseOpen(Tag.Th, Tag.Table, Tag.Tr);
                break;
            case Tag.Tr:
                CloseOpen(Tag.Tr, Tag.Table);
                break;
            case Tag.Tbody or Tag.Tfoot or Tag.Thead:
                CloseOpen(Tag.Tbody, Tag.Table);
                CloseOpen(Tag.Thead, Tag.Table);
                break;
            case Tag.Option:
                CloseOpen(Tag.Option, Tag.Select);
                break;
            case >= Tag.H1 and <= Tag.H6:
                for (var heading = Tag.H1; heading <= Tag.H6; heading++)
                {
                    if (_depth > 0 && _nodes[_open[_depth - 1]].Tag == heading)
                    {
                        CloseOpen(heading);
                    }
                }
                break;
        }
    }

    /// <summary>Closes the innermost open element of that kind unless one of the barriers is open inside it.</summary>
    private void CloseOpen(Tag tag, params ReadOnlySpan<Tag> barriers)
    {
        if (_openCount[(int)tag] == 0)
        {
            return;
        }
        for (var i = _depth - 1; i > 0; i--)
        {
            var open = _nodes[_open[i]].Tag;
            if (open == tag)
            {
                CloseDownTo(i);
                return;
            }
            if (barriers.Contains(open))
            {
                return;
            }
        }
    }

    /// <summary>A link cannot hold a link: a new one ends the last, even where blocks are open between them.</summary>
    private void CloseStyle(Tag tag)
    {
        for (var i = _depth - 1; i > 0 && _openCount[(int)tag] > 0; i--)
        {
            ref var node = ref _nodes[_open[i]];
            if (node.Tag == tag)
            {
                if (i == _depth - 1)
                {
                    CloseDownTo(i);
                }
                else if (node.StyleEnd == 0)
                {
                    node.StyleEnd = _count;
                }
                return;
            }
            if (node.Tag is Tag.Td or Tag.Th or Tag.Button)
            {
                return;
            }
        }
    }

    private void CloseDownTo(int index)
    {
        while (_depth > index)
        {
            Close(--_depth);
        }
    }

    private void Close(int index)
    {
        ref var node = ref _nodes[_open[index]];
        node.End = _count;
        if (node.StyleEnd == 0)
        {
            node.StyleEnd = _count;
        }
        _openCount[(int)node.Tag]--;
    }

    private void AddText(int start, int end)
    {
        if (end <= start || _count >= HtmlLimits.Nodes)
        {
            return;
        }
        if (_closedAtEnd && _source.AsSpan(start, end - start).IsWhiteSpace())
        {
            return;
        }
        AddNode(Tag.Text, start, end - start);
    }

    private int AddNode(Tag tag, int start, int length)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Min(_nodes.Length * 2, HtmlLimits.Nodes + 2));
        }
        _nodes[_count] = new HtmlNode
        {
            Tag = tag,
            Parent = _depth > 0 ? _open[_depth - 1] : -1,
            End = _count + 1,
            StyleEnd = 0,
            Start = start,
            Length = length,
        };
        return _count++;
    }
}
