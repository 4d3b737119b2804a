using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>Reads dates off the short strings of pages: metadata values, bylines, credit lines, in some thirty languages.</summary>
internal static partial class DateReader
{
    // A date line is short; longer strings are prose, where a date is somebody else's.
    private const int MaxLength = 240;

    private static readonly Lazy<Dictionary<string, int>> Months = new(LoadMonths);

    /// <summary>The first date in a short string; null if there is none.</summary>
    /// <param name="text">One line. Of a longer one the first 240 characters are read.</param>
    /// <param name="monthFirst">Whether <c>3/4/2026</c> is the fourth of March, as in the United States.</param>
    public static Moment? Read(string? text, bool monthFirst = false) => Find(text, monthFirst)?.Moment;

    /// <summary>The first date in a short string and where it stands.</summary>
    public static (Moment Moment, int Start, int End)? Find(string? text, bool monthFirst = false)
    {
        if (text is null || !MayHoldDate(text.AsSpan(0, Math.Min(text.Length, MaxLength))))
        {
            return null;
        }
        var line = text.Length > MaxLength ? text[..MaxLength] : text;
        (Moment Moment, int Start, int End)? first = null;
        foreach (var (pattern, kind) in ((Regex, DateOrder)[])
        [
            (Iso(), DateOrder.Exact), (DayMonthYear(), DateOrder.Named), (MonthDayYear(), DateOrder.Named),
            (Numbers(), monthFirst ? DateOrder.MonthFirst : DateOrder.DayFirst), (YearFirst(), DateOrder.Exact),
        ])
        {
            for (var match = pattern.Match(line); match.Success; match = match.NextMatch())
            {
                if (first is { } earlier && match.Index >= earlier.Start)
                {
                    break;
                }
                if (Interpret(match, kind, line) is { } moment)
                {
                    first = (moment, match.Index, match.Index + match.Length);
                    break;
                }
            }
        }
        return first;
    }

    /// <summary>A year of four digits, or two numbers with a sign between: without either, no pattern can match.</summary>
    private static bool MayHoldDate(ReadOnlySpan<char> line)
    {
        var digits = 0;
        for (var at = line.IndexOfAnyInRange('0', '9'); at >= 0 && at < line.Length; at++)
        {
            if (char.IsAsciiDigit(line[at]))
            {
                digits++;
            }
            else if (digits >= 4 || (digits > 0 && line[at] is '.' or '/' or '-' && at + 1 < line.Length && (char.IsAsciiDigit(line[at + 1]) || line[at + 1] == ' ')))
            {
                return true;
            }
            else
            {
                digits = 0;
            }
        }
        return digits >= 4;
    }

    private static Moment? Interpret(Match match, DateOrder order, string line)
    {
        var year = Number(match, "y");
        year = year < 100 ? year + (year < 70 ? 2000 : 1900) : year;
        var month = order == DateOrder.Named
            ? Months.Value.GetValueOrDefault(match.Groups["m"].Value.ToLowerInvariant())
            : Number(match, "m");
        var day = Number(match, "d");
        if ((order == DateOrder.MonthFirst || month > 12) && day <= 12 && order is DateOrder.MonthFirst or DateOrder.DayFirst
            && !(match.Value.Contains('.') && order == DateOrder.MonthFirst))
        {
            (day, month) = (month, day);
        }
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }
        var date = new DateOnly(year, month, day);
        var rest = line.AsSpan(match.Index + match.Length).ToString();
        var time = TimeAfter().Match(rest);
        return time.Success && TimeOf(time) is { } at
            ? new Moment(new DateTimeOffset(date.ToDateTime(at), OffsetOf(time.Groups["z"].Value)), true)
            : Moment.OfDay(date);
    }

    private static TimeOnly? TimeOf(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "n"), Math.Max(0, Number(match, "s")));
        var half = match.Groups["p"].Value.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Trim();
        hour = half switch
        {
            "pm" when hour < 12 => hour + 12,
            "am" when hour == 12 => 0,
            _ => hour,
        };
        return hour is >= 0 and < 24 && minute is >= 0 and < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null;
    }

    private static TimeSpan OffsetOf(string zone)
    {
        zone = zone.Trim().ToUpperInvariant();
        if (zone.Length > 0 && zone[0] is '+' or '-' && zone.Length >= 3)
        {
            var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
            var hours = int.Parse(digits.AsSpan(0, Math.Min(2, digits.Length)), CultureInfo.InvariantCulture);
            var minutes = digits.Length >= 4 ? int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) : 0;
            return hours > 14 || minutes > 59 ? TimeSpan.Zero : (zone[0] == '-' ? -1 : 1) * new TimeSpan(hours, minutes, 0);
        }
        return TimeSpan.FromHours(zone switch
        {
            "EDT" or "AST" => -4,
            "EST" or "ET" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            "BST" or "CET" or "MEZ" or "WAT" => 1,
            "CEST" or "MESZ" or "EET" or "SAST" => 2,
            "EEST" or "MSK" or "EAT" => 3,
            "IST" => 5.5,
            "JST" or "KST" => 9,
            "AEST" => 10,
            "AEDT" => 11,
            _ => 0,
        });
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static Dictionary<string, int> LoadMonths()
    {
        Dictionary<string, int> months = new(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Extraction/month-names.tsv"))
        {
            foreach (var name in row[1].Split(' '))
            {
                months.TryAdd(name, int.Parse(row[0], CultureInfo.InvariantCulture));
            }
        }
        return months;
    }

    [GeneratedRegex(@"(?<![\d.])(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})(?<a>[/.]|\s?年\s?)(?<m>\d{1,2})([/.]|\s?月\s?)(?<d>\d{1,2})(?!\d)\s?日?", RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d.,])(?<d>\d{1,2})(st|nd|rd|th|º|°|er|ª|\.)?,?[\s-]+((de|of|d')\s+)?(?<m>\p{L}{3,12})[.,]{0,2}[\s-]+((de|del)\s+)?(?<y>\d{4})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(st|nd|rd|th)?\s?,?\s+(?<y>\d{4})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<![\d.,/])(?<d>\d{1,2})(?<a>[./-])\s?(?<m>\d{1,2})\k<a>\s?(?<y>\d{4}|\d{2})(?![\d/])", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(\s*(T|,|\||-|–|—|·|•|/|@|at|um|à|alle|às|a las|klo|kl\.?|о|в|ore|om|h|\())*\s*(?<h>\d{1,2})\s?([:.h]|時|点)\s?(?<n>\d{2})(?!\d)(:(?<s>\d{2})([.,]\d+)?)?\s?(Uhr|hrs|h\b)?\s?(?<p>[ap]\.?m\b\.?)?\s?\(?(?<z>[+-]\d{2}:?\d{2}|[+-]\d{2}\b|Z\b|[A-Z]{2,4}\b)?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAfter();

    private enum DateOrder
    {
        Exact,
        Named,
        DayFirst,
        MonthFirst,
    }
}
