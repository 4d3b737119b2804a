using System.Buffers;

namespace Stemma.Fetching;

/// <summary>
/// Reads XML that may be broken in all the ways feeds are, in one pass: time and memory are linear in the length, whatever
/// the text. What is wrong is noted and read as its writer must have meant it. It never follows a reference out of the
/// document, and never recurses.
/// </summary>
internal sealed class FeedMarkupParser
{
    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\r\n\f/>=<");
    private static readonly SearchValues<char> EndOfBareValue = SearchValues.Create(" \t\r\n\f>");

    // After so many end tags that match nothing, only the innermost open elements are compared: no real feed has them.
    private const int PatientMismatches = 10_000;

    private readonly string _source;
    private readonly FeedFaultList _faults;
    private readonly FeedEntities _entities;
    private readonly FeedPrefixes _prefixes;
    private readonly FeedLines _lines;
    private readonly int[] _open = new int[FeedLimits.Depth + 1];
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _namesBySpan;
    private FeedNode[] _nodes;
    private FeedAttribute[] _attributes = new FeedAttribute[256];
    private int _count;
    private int _attributeCount;
    private int _depth;
    private int _unopened;
    private int _mismatches;
    private bool _hasXmlAttributes;
    private bool _hasDoctype;
    private bool _quoteMissing;
    private bool _apostropheMissing;

    private FeedMarkupParser(string source, FeedFaultList faults)
    {
        _source = source;
        _faults = faults;
        _entities = new FeedEntities(faults);
        _prefixes = new FeedPrefixes(source);
        _lines = new FeedLines(source);
        _namesBySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _nodes = new FeedNode[Math.Clamp(source.Length / 60, 64, FeedLimits.Nodes + 2)];
    }

    /// <summary>Parses a document. Never throws. Linear in the length of the source.</summary>
    public static FeedMarkup Parse(string source, FeedFaultList faults)
    {
        var parser = new FeedMarkupParser(source, faults);
        parser.Run();
        return new FeedMarkup(source, parser._nodes, parser._count, parser._attributes, parser._entities)
        {
            HasXmlAttributes = parser._hasXmlAttributes,
            HasDoctype = parser._hasDoctype,
        };
    }

    private void Run()
    {
        _nodes[_count++] = new FeedNode { Name = "", Parent = -1 };
        _open[_depth++] = 0;
        var at = 0;
        while (at < _source.Length)
        {
            if (_count >= FeedLimits.Nodes)
            {
                Fault(FeedFaultKind.TooManyNodes, null, at);
                break;
            }
            var next = _source.IndexOf('<', at);
            if (next < 0)
            {
                AddText(at, _source.Length);
                break;
            }
            var after = next + 1 < _source.Length ? _source[next + 1] : ' ';
            if (!IsNameStart(after) && after is not ('/' or '!' or '?'))
            {
                // A lone "<" is text; take it together with what follows, up to the next one.
                Fault(FeedFaultKind.BareLessThan, null, next);
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
                '!' => ReadDeclaration(next),
                '?' => After("?>", next + 2, FeedFaultKind.CutShort),
                _ => ReadStartTag(next + 1),
            };
        }
        if (_depth > 1 && !_faults.Has(FeedFaultKind.TooManyNodes))
        {
            _faults.Add(FeedFaultKind.CutShort, $"<{_nodes[_open[_depth - 1]].Name}> is still open");
        }
        while (_depth > 0)
        {
            Close();
        }
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || c > 0x7F && char.IsLetter(c);

    private int ReadDeclaration(int at)
    {
        var rest = _source.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            return After("-->", at + 4, FeedFaultKind.CutShort);
        }
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var from = at + 9;
            var end = _source.IndexOf("]]>", from, StringComparison.Ordinal);
            if (end < 0)
            {
                Fault(FeedFaultKind.CutShort, "CDATA is still open", at);
            }
            var stop = end < 0 ? _source.Length : end;
            AddText(from, stop);
            if (stop > from && _count < FeedLimits.Nodes)
            {
                _nodes[_count - 1].IsCData = true;
            }
            return end < 0 ? _source.Length : end + 3;
        }
        if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            _hasDoctype = true;
            return FeedDoctype.Read(_source, at + 9, _entities);
        }
        return After(">", at + 2, FeedFaultKind.CutShort);
    }

    private int After(string end, int from, FeedFaultKind fault)
    {
        var found = _source.IndexOf(end, Math.Min(from, _source.Length), StringComparison.Ordinal);
        if (found < 0)
        {
            Fault(fault, null, from);
            return _source.Length;
        }
        return found + end.Length;
    }

    private int ReadStartTag(int at)
    {
        var length = _source.AsSpan(at).IndexOfAny(EndOfName);
        length = length < 0 ? _source.Length - at : length;
        var firstAttribute = _attributeCount;
        var scope = _prefixes.Count;
        var end = ReadAttributes(at + length, out var isEmpty);
        var name = _source.AsSpan(at, length);
        var colon = name.IndexOf(':');
        if (colon == 0)
        {
            colon = -1;
        }
        var vocabulary = _prefixes.Find(colon > 0 ? name[..colon] : default, out var isDeclared);
        if (!isDeclared)
        {
            Fault(FeedFaultKind.UndeclaredPrefix, name[..colon].ToString(), at);
        }
        var local = Intern(name[(colon + 1)..]);
        if (colon < 0 && vocabulary != FeedVocabulary.Core && local is "rss" or "feed")
        {
            _prefixes.MakeDefaultCore();
            vocabulary = FeedVocabulary.Core;
        }
        var node = _count++;
        Grow();
        _nodes[node] = new FeedNode
        {
            Name = local,
            Parent = _open[_depth - 1],
            End = node + 1,
            First = firstAttribute,
            Count = _attributeCount - firstAttribute,
            NameStart = at,
            PrefixLength = (ushort)Math.Clamp(colon, 0, ushort.MaxValue),
            Vocabulary = vocabulary,
        };
        if (isEmpty)
        {
            _prefixes.Cut(scope);
        }
        else if (_depth < FeedLimits.Depth)
        {
            _prefixes.Open(_depth, scope);
            _open[_depth++] = node;
        }
        else
        {
            _unopened++;
            Fault(FeedFaultKind.TooDeep, null, at);
        }
        return end;
    }

    private string Intern(ReadOnlySpan<char> name)
    {
        if (_namesBySpan.TryGetValue(name, out var known))
        {
            return known;
        }
        var lower = (name.Length > 60 ? name[..60] : name).ToString().ToLowerInvariant();
        if (_names.Count < 2000)
        {
            _names.TryAdd(lower, lower);
        }
        return lower;
    }

    private int ReadAttributes(int at, out bool isEmpty)
    {
        isEmpty = false;
        var first = _attributeCount;
        while (at < _source.Length)
        {
            var c = _source[at];
            if (c == '>')
            {
                return at + 1;
            }
            if (c == '<')
            {
                // The tag never ended; another begins.
                Fault(FeedFaultKind.BadAttribute, null, at);
                return at;
            }
            if (c == '/' || c <= ' ')
            {
                isEmpty = c == '/' || (isEmpty && c <= ' ');
                at++;
                continue;
            }
            isEmpty = false;
            var nameStart = at;
            var nameLength = _source.AsSpan(at + 1).IndexOfAny(EndOfName) + 1;
            nameLength = nameLength == 0 ? _source.Length - at : nameLength;
            at = SkipSpace(at + nameLength);
            var (valueStart, valueLength) = (at, 0);
            if (at < _source.Length && _source[at] == '=')
            {
                (valueStart, valueLength, at) = ReadValue(SkipSpace(at + 1));
            }
            else
            {
                Fault(FeedFaultKind.BadAttribute, null, nameStart);
            }
            if (_attributeCount - first < FeedLimits.Attributes)
            {
                Add(new FeedAttribute(nameStart, nameLength, valueStart, valueLength));
            }
        }
        Fault(FeedFaultKind.CutShort, "a tag is still open", at);
        return at;
    }

    private void Add(FeedAttribute attribute)
    {
        if (_attributeCount == _attributes.Length)
        {
            Array.Resize(ref _attributes, _attributes.Length * 2);
        }
        _attributes[_attributeCount++] = attribute;
        var name = _source.AsSpan(attribute.NameStart, attribute.NameLength);
        if (name.StartsWith("xml", StringComparison.Ordinal))
        {
            if (name.StartsWith("xmlns", StringComparison.Ordinal))
            {
                _prefixes.Declare(name, _source.AsSpan(attribute.ValueStart, attribute.ValueLength), attribute.NameStart);
            }
            else
            {
                _hasXmlAttributes = true;
            }
        }
        else if (name.Equals("base", StringComparison.OrdinalIgnoreCase) || name.Equals("lang", StringComparison.OrdinalIgnoreCase))
        {
            _hasXmlAttributes = true;
        }
    }

    private (int Start, int Length, int After) ReadValue(int at)
    {
        if (at >= _source.Length)
        {
            return (at, 0, at);
        }
        var quote = _source[at];
        ref var isMissing = ref quote == '"' ? ref _quoteMissing : ref _apostropheMissing;
        if (quote is '"' or '\'' && !isMissing)
        {
            var end = _source.IndexOf(quote, at + 1);
            if (end >= 0)
            {
                return (at + 1, end - at - 1, end + 1);
            }
            // No such quote stands in all the rest: do not look for it again, or hostile text takes quadratic time.
            isMissing = true;
        }
        Fault(FeedFaultKind.BadAttribute, null, at);
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
        var length = _source.AsSpan(at).IndexOfAny(EndOfName);
        length = length < 0 ? _source.Length - at : length;
        var end = at + length;
        while (end < _source.Length && _source[end] is not ('>' or '<'))
        {
            end++;
        }
        if (end >= _source.Length || _source[end] == '<')
        {
            Fault(end >= _source.Length ? FeedFaultKind.CutShort : FeedFaultKind.MismatchedTag, null, at);
        }
        else
        {
            end++;
        }
        if (_unopened > 0)
        {
            _unopened--;
            return end;
        }
        CloseNamed(_source.AsSpan(at, length), at);
        return end;
    }

    private void CloseNamed(ReadOnlySpan<char> name, int at)
    {
        var lowest = _mismatches > PatientMismatches ? Math.Max(1, _depth - 4) : 1;
        for (var i = _depth - 1; i >= lowest; i--)
        {
            var start = _nodes[_open[i]].NameStart;
            if (start + name.Length <= _source.Length
                && _source.AsSpan(start, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (start + name.Length == _source.Length || EndOfName.Contains(_source[start + name.Length])))
            {
                if (i < _depth - 1)
                {
                    _mismatches++;
                    Fault(FeedFaultKind.MismatchedTag, $"<{_nodes[_open[_depth - 1]].Name}> is not closed", at);
                }
                while (_depth > i)
                {
                    Close();
                }
                return;
            }
        }
        _mismatches++;
        Fault(FeedFaultKind.MismatchedTag, "an end tag without its start", at);
    }

    private void Close()
    {
        _depth--;
        _nodes[_open[_depth]].End = _count;
        if (_depth > 0)
        {
            _prefixes.Close(_depth);
        }
    }

    private void AddText(int start, int end)
    {
        if (end <= start || _count >= FeedLimits.Nodes)
        {
            return;
        }
        var node = _count++;
        Grow();
        _nodes[node] = new FeedNode { Parent = _open[_depth - 1], End = node + 1, First = start, Count = end - start };
    }

    private void Grow()
    {
        if (_count >= _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Min(_nodes.Length * 2, FeedLimits.Nodes + 4));
        }
    }

    private void Fault(FeedFaultKind kind, string? detail, int at)
    {
        if (!_faults.Has(kind))
        {
            _faults.Add(kind, detail, _lines.Of(at));
        }
    }
}
