using System.Buffers;

namespace Stemma.Extraction;

/// <summary>
/// Finds the encoding that a page names in its first bytes, as browsers do (HTML standard, "prescan a byte stream to
/// determine its encoding"): <c>meta</c> elements count, what stands in comments or in other elements' attributes does not.
/// </summary>
internal ref struct CharsetPrescan(ReadOnlySpan<byte> bytes, Func<string, bool> isKnown)
{
    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create(" \t\r\n\f;");

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly Func<string, bool> _isKnown = isKnown;
    private int _at;

    /// <summary>The first label that is known, in small letters; null if the page names none. Linear in the bytes given.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes, Func<string, bool> isKnown) => new CharsetPrescan(bytes, isKnown).Run();

    private string? Run()
    {
        for (; _at < _bytes.Length; _at++)
        {
            if (_bytes[_at] != (byte)'<')
            {
                continue;
            }
            if (StartsWith("<!--"u8))
            {
                // "<!-->" is a whole comment: the dashes of its opening may be those of its end.
                var end = _bytes[(_at + 2)..].IndexOf("-->"u8);
                if (end < 0)
                {
                    return null;
                }
                _at += end + 4;
            }
            else if (StartsWith("<meta"u8) && _at + 5 < _bytes.Length && IsSpaceOrSlash(_bytes[_at + 5]))
            {
                _at += 5;
                if (ReadMeta() is { } label && _isKnown(label))
                {
                    return label;
                }
                _at--;
            }
            else if (_at + 1 < _bytes.Length && (IsLetter(_bytes[_at + 1]) || (_bytes[_at + 1] == (byte)'/' && _at + 2 < _bytes.Length && IsLetter(_bytes[_at + 2]))))
            {
                while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != (byte)'>')
                {
                    _at++;
                }
                while (ReadAttribute(out _, out _))
                {
                }
                _at--;
            }
            else if (_at + 1 < _bytes.Length && _bytes[_at + 1] is (byte)'!' or (byte)'/' or (byte)'?')
            {
                var end = _bytes[_at..].IndexOf((byte)'>');
                if (end < 0)
                {
                    return null;
                }
                _at += end;
            }
        }
        return null;
    }

    private string? ReadMeta()
    {
        var (isPragma, needsPragma, label) = (false, (bool?)null, (string?)null);
        List<string> seen = [];
        while (ReadAttribute(out var name, out var value))
        {
            if (seen.Contains(name, StringComparer.Ordinal) || seen.Count > 50)
            {
                continue;
            }
            seen.Add(name);
            switch (name)
            {
                case "http-equiv":
                    isPragma |= value == "content-type";
                    break;
                case "content" when label is null && InContent(value) is { } inner:
                    (label, needsPragma) = (inner, true);
                    break;
                case "charset":
                    (label, needsPragma) = (value, false);
                    break;
            }
        }
        return needsPragma is null || (needsPragma.Value && !isPragma) || _at >= _bytes.Length ? null : label;
    }

    /// <summary>"text/html; charset=x": x.</summary>
    private static string? InContent(string content)
    {
        for (var at = 0; (at = content.IndexOf("charset", at, StringComparison.Ordinal)) >= 0;)
        {
            at += "charset".Length;
            var rest = content.AsSpan(at).TrimStart();
            if (rest.Length == 0 || rest[0] != '=')
            {
                continue;
            }
            rest = rest[1..].TrimStart();
            if (rest.Length > 0 && rest[0] is '"' or '\'')
            {
                var close = rest[1..].IndexOf(rest[0]);
                return close < 0 ? null : rest.Slice(1, close).ToString();
            }
            var end = rest.IndexOfAny(EndOfLabel);
            return (end < 0 ? rest : rest[..end]).ToString();
        }
        return null;
    }

    /// <summary>The next attribute of the element at hand; false at its end.</summary>
    private bool ReadAttribute(out string name, out string value)
    {
        (name, value) = ("", "");
        while (_at < _bytes.Length && IsSpaceOrSlash(_bytes[_at]))
        {
            _at++;
        }
        if (_at >= _bytes.Length || _bytes[_at] == (byte)'>')
        {
            return false;
        }
        var start = _at;
        while (_at < _bytes.Length && !IsSpaceOrSlash(_bytes[_at]) && _bytes[_at] != (byte)'>' && (_bytes[_at] != (byte)'=' || _at == start))
        {
            _at++;
        }
        name = Text(start, _at);
        SkipSpaces();
        if (_at >= _bytes.Length || _bytes[_at] != (byte)'=')
        {
            return _at < _bytes.Length;
        }
        _at++;
        SkipSpaces();
        if (_at < _bytes.Length && _bytes[_at] is (byte)'"' or (byte)'\'')
        {
            var quote = _bytes[_at++];
            var close = _bytes[_at..].IndexOf(quote);
            if (close < 0)
            {
                _at = _bytes.Length;
                return false;
            }
            value = Text(_at, _at + close);
            _at += close + 1;
            return true;
        }
        start = _at;
        while (_at < _bytes.Length && !IsSpace(_bytes[_at]) && _bytes[_at] != (byte)'>')
        {
            _at++;
        }
        value = Text(start, _at);
        return _at < _bytes.Length;
    }

    private void SkipSpaces()
    {
        while (_at < _bytes.Length && IsSpace(_bytes[_at]))
        {
            _at++;
        }
    }

    private readonly string Text(int start, int end) =>
        System.Text.Encoding.Latin1.GetString(_bytes[start..Math.Min(end, start + 300)]).ToLowerInvariant();

    private readonly bool StartsWith(ReadOnlySpan<byte> lower)
    {
        if (_bytes.Length - _at < lower.Length)
        {
            return false;
        }
        for (var i = 0; i < lower.Length; i++)
        {
            var b = _bytes[_at + i];
            if ((IsLetter(b) ? b | 0x20 : b) != lower[i])
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsLetter(byte b) => (b | 0x20) is >= (byte)'a' and <= (byte)'z';

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';

    private static bool IsSpaceOrSlash(byte b) => IsSpace(b) || b == (byte)'/';
}
