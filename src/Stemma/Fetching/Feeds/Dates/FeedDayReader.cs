using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads the day of a date: what stands before the time.</summary>
internal static class FeedDayReader
{
    /// <summary>Fills year, month and day. False where the text is no day, or holds a word that has no place in one.</summary>
    public static bool Read(ReadOnlySpan<char> text, ref FeedDateFields fields)
    {
        if (text.Length is > 0 and < 15 && text.ContainsAnyExceptInRange('0', '9') is false)
        {
            return ReadDigits(text, ref fields);
        }
        Span<int> numbers = stackalloc int[4];
        Span<int> lengths = stackalloc int[4];
        var (count, month, monthAfter, words) = (0, 0, 0, 0);
        var separator = ' ';
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                var end = at;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
                if (count == 4 || end - at > 4)
                {
                    return false;
                }
                lengths[count] = end - at;
                numbers[count++] = int.Parse(text[at..end], NumberStyles.None, CultureInfo.InvariantCulture);
                at = end;
            }
            else if (char.IsLetter(c))
            {
                var end = at;
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '.'))
                {
                    end++;
                }
                if (!ReadWord(text[at..end], words++, count, ref month, ref fields))
                {
                    return ReadIsoWeek(text, ref fields);
                }
                monthAfter = month > 0 && monthAfter == 0 ? count + 1 : monthAfter;
                at = end;
            }
            else
            {
                separator = c is '/' or '-' or '.' ? c : separator;
                at++;
            }
        }
        return month > 0
            ? Assign(numbers[..count], lengths, month, monthAfter - 1, ref fields)
            : AssignNumbers(text, numbers[..count], lengths, separator, ref fields);
    }

    private static bool ReadWord(ReadOnlySpan<char> word, int place, int numbersBefore, ref int month, ref FeedDateFields fields)
    {
        if (FeedDateWords.Month(word) is > 0 and var found && month == 0)
        {
            month = found;
            return true;
        }
        switch (word)
        {
            case "오후" or "下午":
                fields.Half = 'p';
                fields.OffsetMinutes = word[0] == '오' ? 9 * 60 : 0;
                return true;
            case "오전" or "上午":
                fields.Half = 'a';
                fields.OffsetMinutes = word[0] == '오' ? 9 * 60 : 0;
                return true;
            // Programs that write Korean dates write Korean time.
            case "년" or "월" or "일":
                fields.OffsetMinutes = 9 * 60;
                return true;
            case "年" or "月" or "日" or "st" or "nd" or "rd" or "th" or "de" or "del" or "of" or "den" or "der" or "le" or "T" or "at" or "um" or "om" or "kl" or "kl.":
                return true;
        }
        // What stands first is the day of the week, in whatever language; any other word has no place here.
        return place <= 1 && numbersBefore == 0 && word.Length >= 2;
    }

    /// <summary>With a named month: one number is the day and one, if it is here at all, the year.</summary>
    private static bool Assign(ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, int month, int before, ref FeedDateFields fields)
    {
        fields.Month = month;
        switch (numbers.Length)
        {
            case 1 when lengths[0] <= 2:
                // The year stands after the time, as in asctime.
                fields.Day = numbers[0];
                return true;
            case 1:
                (fields.Year, fields.Day) = (numbers[0], 1);
                return true;
            case 2 when lengths[0] > 2 || (numbers[0] > 31 && lengths[1] <= 2):
                (fields.Year, fields.Day) = (FullYear(numbers[0], lengths[0]), numbers[1]);
                return true;
            case 2:
                (fields.Day, fields.Year) = (numbers[0], FullYear(numbers[1], lengths[1]));
                return before <= 2;
            default:
                return false;
        }
    }

    /// <summary>All numbers: year first in ISO's order; else day or month first as the separator is used.</summary>
    private static bool AssignNumbers(
        ReadOnlySpan<char> text, ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, char separator, ref FeedDateFields fields)
    {
        switch (numbers.Length)
        {
            case 2 when text[0] == '-':
                (fields.Year, fields.Month, fields.Day) = (FullYear(numbers[0], lengths[0]), numbers[1], 1);
                return true;
            case 2 when lengths[0] == 4 && lengths[1] == 3:
                return OfOrdinal(numbers[0], numbers[1], ref fields);
            case 2 when lengths[0] == 4:
                (fields.Year, fields.Month, fields.Day) = (numbers[0], numbers[1], 1);
                return true;
            case 1 when text[0] == '-' && lengths[0] == 4:
                (fields.Year, fields.Month, fields.Day) = (FullYear(numbers[0] / 100, 2), numbers[0] % 100, 1);
                return true;
            case 3 when text[0] == '-':
                // The zero of a program's calendar, before our era.
                return false;
            case 3 when lengths[0] == 4 || (lengths[0] == 2 && separator == '-' && lengths[2] <= 2):
                (fields.Year, fields.Month, fields.Day) = (FullYear(numbers[0], lengths[0]), numbers[1], numbers[2]);
                return true;
            case 3 when lengths[2] is 4 or 2:
                var isMonthFirst = separator == '/' && numbers[0] <= 12;
                fields.Year = FullYear(numbers[2], lengths[2]);
                (fields.Month, fields.Day) = isMonthFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Digits alone: a year, ISO's basic forms, or seconds since 1970.</summary>
    private static bool ReadDigits(ReadOnlySpan<char> text, ref FeedDateFields fields)
    {
        var value = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        switch (text.Length)
        {
            case 4:
                (fields.Year, fields.Month, fields.Day) = ((int)value, 1, 1);
                return true;
            case 5 when text[0] == '0':
                // Year and day of the year; only the leading zero shows that it is not just a number.
                return OfOrdinal(FullYear((int)value / 1000, 2), (int)value % 1000, ref fields);
            case 6:
                (fields.Year, fields.Month, fields.Day) = (FullYear((int)value / 10_000, 2), (int)value / 100 % 100, (int)value % 100);
                return true;
            case 7:
                return OfOrdinal((int)value / 1000, (int)value % 1000, ref fields);
            case 8:
                (fields.Year, fields.Month, fields.Day) = ((int)value / 10_000, (int)value / 100 % 100, (int)value % 100);
                return true;
            case 14:
                (fields.Year, fields.Month, fields.Day) = ((int)(value / 10_000_000_000), (int)(value / 100_000_000 % 100), (int)(value / 1_000_000 % 100));
                (fields.Hour, fields.Minute, fields.Second) = ((int)(value / 10_000 % 100), (int)(value / 100 % 100), (int)(value % 100));
                return fields is { Hour: < 24, Minute: < 60, Second: < 60 };
            case 10 or 13:
                var at = DateTime.UnixEpoch.AddSeconds(text.Length == 10 ? value : value / 1000);
                (fields.Year, fields.Month, fields.Day) = (at.Year, at.Month, at.Day);
                (fields.Hour, fields.Minute, fields.Second) = (at.Hour, at.Minute, at.Second);
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>2004-W07-3</c>, <c>2004W073</c>: the week and its day, Monday 1.</summary>
    private static bool ReadIsoWeek(ReadOnlySpan<char> text, ref FeedDateFields fields)
    {
        Span<char> plain = stackalloc char[8];
        var length = 0;
        foreach (var c in text)
        {
            if (c != '-')
            {
                if (length == 8)
                {
                    return false;
                }
                plain[length++] = c;
            }
        }
        if (length < 7 || plain[4] is not ('W' or 'w')
            || !int.TryParse(plain[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(plain.Slice(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || year is < 1 or > 9998 || week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }
        var day = length == 8 ? plain[7] - '0' : 1;
        if (day is < 1 or > 7)
        {
            return false;
        }
        var date = ISOWeek.ToDateTime(year, week, day == 7 ? DayOfWeek.Sunday : (DayOfWeek)day);
        (fields.Year, fields.Month, fields.Day) = (date.Year, date.Month, date.Day);
        return true;
    }

    private static bool OfOrdinal(int year, int ordinal, ref FeedDateFields fields)
    {
        if (year is < 1 or > 9998 || ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return false;
        }
        var date = new DateOnly(year, 1, 1).AddDays(ordinal - 1);
        (fields.Year, fields.Month, fields.Day) = (date.Year, date.Month, date.Day);
        return true;
    }

    private static int FullYear(int year, int digits) => digits > 2 ? year : year < 70 ? year + 2000 : year + 1900;
}
