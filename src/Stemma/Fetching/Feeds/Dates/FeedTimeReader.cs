using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads the time and the zone of a date.</summary>
internal static class FeedTimeReader
{
    /// <summary>Finds the time and gives what stands before and after it.</summary>
    /// <returns>False where the time makes no sense.</returns>
    public static bool Split(
        ReadOnlySpan<char> text, ref FeedDateFields fields, out ReadOnlySpan<char> date, out ReadOnlySpan<char> after)
    {
        date = text;
        after = default;
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            return SplitCompact(text, ref fields, out date, out after);
        }
        var start = colon;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }
        if (colon - start is < 1 or > 2)
        {
            return false;
        }
        fields.Hour = Number(text[start..colon]);
        var at = colon + 1;
        var minutes = Digits(text, at);
        if (minutes is < 1 or > 2)
        {
            return false;
        }
        fields.Minute = Number(text.Slice(at, minutes));
        at += minutes;
        if (at < text.Length && text[at] == ':')
        {
            var seconds = Digits(text, at + 1);
            if (seconds is < 1 or > 2)
            {
                return false;
            }
            fields.Second = Number(text.Slice(at + 1, seconds));
            at += 1 + seconds;
            if (at < text.Length && text[at] is '.' or ',')
            {
                at += 1 + Digits(text, at + 1);
            }
            else if (at < text.Length && text[at] == ':')
            {
                return false;
            }
        }
        date = text[..start].TrimEnd();
        if (date.Length > 1 && date[^1] is 'T' or 't' && char.IsAsciiDigit(date[^2]))
        {
            date = date[..^1];
        }
        after = text[at..];
        return IsTime(ref fields);
    }

    /// <summary>ISO's <c>20040102T030405Z</c>, and dates without a time.</summary>
    private static bool SplitCompact(
        ReadOnlySpan<char> text, ref FeedDateFields fields, out ReadOnlySpan<char> date, out ReadOnlySpan<char> after)
    {
        date = text;
        after = default;
        var mark = text.IndexOf('T');
        if (mark < 4 || !char.IsAsciiDigit(text[mark - 1]) || mark + 1 >= text.Length || !char.IsAsciiDigit(text[mark + 1]))
        {
            return true;
        }
        var length = Digits(text, mark + 1);
        if (length is not (2 or 4 or 6))
        {
            return false;
        }
        fields.Hour = Number(text.Slice(mark + 1, 2));
        fields.Minute = length >= 4 ? Number(text.Slice(mark + 3, 2)) : 0;
        fields.Second = length == 6 ? Number(text.Slice(mark + 5, 2)) : 0;
        date = text[..mark];
        after = text[(mark + 1 + length)..];
        return IsTime(ref fields);
    }

    private static bool IsTime(ref FeedDateFields fields)
    {
        // A leap second is the last second of its minute here.
        fields.Second = fields.Second == 60 ? 59 : fields.Second;
        return fields.Minute < 60 && fields.Second < 60
            && (fields.Hour < 24 || fields is { Hour: 24, Minute: 0, Second: 0 });
    }

    /// <summary>Reads <c>Z</c>, <c>+01:00</c>, <c>-0500</c>, <c>GMT+1</c>, <c>Etc/GMT</c> or a name such as <c>EST</c>.</summary>
    public static bool ReadZone(ReadOnlySpan<char> token, ref FeedDateFields fields)
    {
        var sign = token.IndexOfAny('+', '-', '\u2212');
        var name = sign < 0 ? token : token[..sign];
        var slash = name.LastIndexOf('/');
        name = slash >= 0 ? name[(slash + 1)..] : name;
        if (name.Length > 0)
        {
            if (FeedDateWords.Zone(name) is { } known)
            {
                fields.OffsetMinutes = known;
            }
            else if (slash < 0 && (name.Length > 5 || name.ContainsAnyExceptInRange('A', 'Z')))
            {
                return false;
            }
        }
        if (sign < 0)
        {
            return true;
        }
        var digits = token[(sign + 1)..];
        var colon = digits.IndexOf(':');
        var cut = colon >= 0 ? colon : digits.Length > 2 ? digits.Length - 2 : digits.Length;
        var hours = digits[..cut];
        var minutes = colon >= 0 ? digits[(colon + 1)..] : cut < digits.Length ? digits[cut..] : "0";
        if (hours.Length is < 1 or > 2 || minutes.Length is < 1 or > 2
            || hours.ContainsAnyExceptInRange('0', '9') || minutes.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }
        var offset = Number(hours) * 60 + Number(minutes);
        fields.OffsetMinutes += token[sign] == '+' ? offset : -offset;
        return Number(minutes) < 60 && offset < 48 * 60;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        return end - at;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
