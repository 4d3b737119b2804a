using System.Buffers;
using System.Globalization;
using System.Text;

namespace Stemma.Fetching;

/// <summary>Names of character sets, as feeds and servers write them.</summary>
internal static class FeedCharsets
{
    private static readonly SearchValues<char> EndOfLabel = SearchValues.Create(" \t\r\n\"'?>");

    /// <summary>The name to look a character set up by, lower case; null for an unknown one or none.</summary>
    public static string? Normalize(string? label)
    {
        label = label?.Trim(' ', '"', '\'', '\t', ';').ToLowerInvariant();
        switch (label)
        {
            case null or "":
                return null;
            case "ascii" or "us-ascii" or "us_ascii" or "ansi_x3.4-1968" or "iso646-us":
                return "us-ascii";
            case "utf8" or "utf-8" or "utf_8" or "unicode-1-1-utf-8" or "utf-8n" or "utf8mb4":
                return "utf-8";
            case "latin1" or "latin-1" or "iso8859-1" or "iso_8859-1" or "iso-8859-1" or "iso88591" or "l1":
                return "iso-8859-1";
            case "gb2312" or "gbk" or "cp936" or "gb_2312-80" or "euc-cn" or "gb18030" or "x-gbk":
                return "gb18030";
            case "cp1252" or "ansi" or "x-ansi" or "win-1252":
                return "windows-1252";
            case "sjis" or "shift-jis" or "shift_jis" or "x-sjis" or "ms_kanji" or "windows-31j" or "cp932":
                return "shift_jis";
            case "big-5" or "big5-hkscs" or "x-x-big5" or "cn-big5":
                return "big5";
            case "ks_c_5601-1987" or "euckr" or "ksc5601" or "cp949" or "windows-949":
                return "euc-kr";
            case "eucjp" or "x-euc-jp":
                return "euc-jp";
            case "koi8r":
                return "koi8-r";
            case "iso-8859-9" or "latin5":
                return "windows-1254";
            // The bytes were read as single ones so far, so they are not these.
            case "utf-16" or "utf16" or "u16" or "utf-16le" or "utf-16be" or "utf-32" or "utf_32" or "ucs-2" or "unicode" or "utf-7":
                return null;
        }
        if (label.StartsWith("cp125", StringComparison.Ordinal) || label.StartsWith("win125", StringComparison.Ordinal))
        {
            label = "windows-" + label[^4..];
        }
        return Exists(label) ? label : ByOtherName(label) is { } name && Exists(name) ? name : null;
    }

    /// <summary>The encoding named in an XML declaration; null if there is none.</summary>
    public static string? LabelIn(string head)
    {
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : head.IndexOf("?>", start, StringComparison.Ordinal);
        end = start >= 0 && end < 0 ? head.Length : end;
        var at = start < 0 ? -1 : head.IndexOf("encoding", start, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at > end)
        {
            return null;
        }
        var rest = head.AsSpan(at + "encoding".Length, end - at - "encoding".Length).TrimStart();
        if (rest.Length < 2 || rest[0] != '=')
        {
            return null;
        }
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var stop = rest.IndexOfAny(EndOfLabel);
        return (stop < 0 ? rest : rest[..stop]).ToString();
    }

    /// <summary>Whether ASCII bytes mean the same in it.</summary>
    public static bool KeepsAscii(string name) => !name.StartsWith("ibm", StringComparison.Ordinal)
        && name is not ("hz-gb-2312" or "iso-2022-jp" or "iso-2022-kr" or "csiso2022jp");

    public static bool IsMultiByte(string name) =>
        name is "big5" or "gb18030" or "shift_jis" or "euc-jp" or "euc-kr" or "iso-2022-jp" or "johab";

    /// <summary>What programs call the sets they took from elsewhere: <c>cp437</c>, <c>850</c>, <c>latin2</c>, <c>macgreek</c>.</summary>
    private static string? ByOtherName(string label)
    {
        if (label is "u8" or "utf-8-sig" or "utf_8" or "x-utf-8")
        {
            return "utf-8";
        }
        if (label.StartsWith("mac", StringComparison.Ordinal))
        {
            return label is "macroman" or "mac-roman" ? "macintosh" : "x-mac-" + label[3..].TrimStart('-');
        }
        if (label is ['l', 'a', 't', 'i', 'n', .., var last] && label.Length is 6 or 7)
        {
            return last switch { '2' => "iso-8859-2", '3' => "iso-8859-3", '4' => "iso-8859-4", '9' => "iso-8859-15", _ => null };
        }
        var digits = label.StartsWith("cp", StringComparison.Ordinal) || label.StartsWith("ms", StringComparison.Ordinal) ? label[2..] : label;
        if (!int.TryParse(digits.TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out var page) || page is < 1 or > 65535)
        {
            return null;
        }
        try
        {
            return Encoding.GetEncoding(page).WebName;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool Exists(string name)
    {
        try
        {
            return Encoding.GetEncoding(name) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
