using System.Globalization;
using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Finds German words for times and amounts: "am Freitag", "am 3. März 2024", "im April", "gestern"; "acht
/// Gruppen", "50 Millionen Euro".</summary>
internal sealed class GermanTimes(MarkedText text)
{
    private static readonly string[] Weekdays = ["sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag"];

    private static readonly string[] Months =
        ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember"];

    private static readonly string[] Numbers =
        ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

    private readonly DateOnly? _today = text.Article.Published is { } at && Calendar.IsUsable(at.Day) ? at.Day : null;

    /// <summary>The dates in text order.</summary>
    public IReadOnlyList<DateExpression> FindDates()
    {
        List<DateExpression> dates = [];
        foreach (var (first, last, _) in text.Sentences)
        {
            for (var i = first; i < last; i++)
            {
                if (ReadDate(i, last) is { } found)
                {
                    var span = text.Span(found.First, found.Last);
                    dates.Add(new DateExpression(span, found.From, found.To,
                        Explanation.Of("analysis.date." + found.How,
                        string.Create(CultureInfo.InvariantCulture,
                        $"“{span.Of(text.Text)}” is {found.From:yyyy-MM-dd} to {found.To:yyyy-MM-dd}"),
                        text.Article.Id, span)));
                    i = found.Last - 1;
                }
            }
        }
        return dates;
    }

    /// <summary>The amounts in text order, none overlapping a date.</summary>
    public IReadOnlyList<Amount> FindAmounts(IReadOnlyList<DateExpression> dates)
    {
        List<Amount> amounts = [];
        var d = 0;
        foreach (var (first, last, _) in text.Sentences)
        {
            for (var i = first; i < last; i++)
            {
                while (d < dates.Count && dates[d].Span.End <= text.Tokens[i].Start)
                {
                    d++;
                }
                if ((d >= dates.Count || !dates[d].Span.Contains(text.Tokens[i].Start))
                    && ReadAmount(i, last) is { } found)
                {
                    amounts.Add(found.Amount);
                    i = found.Last - 1;
                }
            }
        }
        return amounts;
    }

    private DateFound? ReadDate(int i, int limit)
    {
        var word = text.Words[i];
        var day = 0;
        if (text.Tokens[i].Kind == Text.TokenKind.Number
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out day))
        {
            if (day is >= 1 and <= 31 && text.Word(i + 1) == "."
                && Array.IndexOf(Months, text.Word(i + 2)) is var m and >= 0)
            {
                var year = Year(i + 3);
                return Calendar.Day(year > 0 ? year : YearFor(m + 1, day), m + 1, day) is { } full
                    && (year > 0 || _today is not null)
                    ? new DateFound(i, Math.Min(limit, i + (year > 0 ? 4 : 3)), full, full, "full") : null;
            }
            return day is >= 1800 and <= 2100
                && text.Word(i - 1) is "seit" or "im" or "jahr" or "jahre" or "von" or "bis"
                ? Span(i, i + 1, Calendar.Year(day), "year") : null;
        }
        if (_today is not { } today)
        {
            return null;
        }
        if (Array.FindIndex(Weekdays, w => word.StartsWith(w, StringComparison.Ordinal)
            && word.Length - w.Length < 11) is var weekday and >= 0 && text.IsCapital(i))
        {
            var found = text.Word(i - 1) is "kommenden" or "nächsten"
                ? Calendar.After(today, (DayOfWeek)weekday) : Calendar.OnOrBefore(today, (DayOfWeek)weekday);
            return new DateFound(i, i + 1, found, found, "weekday");
        }
        if (Array.IndexOf(Months, word) is var month and >= 0 && text.IsCapital(i))
        {
            var year = Year(i + 1);
            var inYear = year > 0 ? year : month + 1 <= today.Month ? today.Year : today.Year - 1;
            return Span(i, i + (year > 0 ? 2 : 1), Calendar.MonthOf(inYear, month + 1), "month");
        }
        return word switch
        {
            "heute" => new DateFound(i, i + 1, today, today, "day"),
            "gestern" => new DateFound(i, i + 1, today.AddDays(-1), today.AddDays(-1), "day"),
            "vorgestern" => new DateFound(i, i + 1, today.AddDays(-2), today.AddDays(-2), "day"),
            "morgen" when text.Tags[i] == PosTag.Adv =>
            new DateFound(i, i + 1, today.AddDays(1), today.AddDays(1), "day"),
            "vergangene" or "vergangenen" or "vergangenes" or "letzte" or "letzten" or "letztes" or "vorige"
            or "vorigen" => Relative(i, -1, today),
            "nächste" or "nächsten" or "nächstes" or "kommende" or "kommenden" => Relative(i, 1, today),
            "diese" or "dieser" or "diesen" or "diesem" or "dieses" => Relative(i, 0, today),
            _ => null,
        };
    }

    private DateFound? Relative(int i, int step, DateOnly today) => text.Word(i + 1) switch
    {
        "woche" => Span(i, i + 2, Calendar.Week(today, step), "week"),
        "monat" => Span(i, i + 2, Calendar.Month(today, step), "month"),
        "jahr" or "jahres" => Span(i, i + 2, Calendar.Year(today.Year + step), "year"),
        _ => null,
    };

    private int YearFor(int month, int day)
    {
        if (_today is not { } today)
        {
            return 0;
        }
        var guess = Calendar.Day(today.Year, month, day);
        return guess is { } d && d.DayNumber - today.DayNumber > 150 ? today.Year - 1 : today.Year;
    }

    private int Year(int i) =>
        text.Word(i) is { Length: 4 } word
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1700 and <= 2100 ? year : 0;

    private static DateFound Span(int first, int last, (DateOnly From, DateOnly To) days, string how) =>
        new(first, last, days.From, days.To, how);

    private (Amount Amount, int Last)? ReadAmount(int i, int limit)
    {
        var word = text.Words[i];
        double low;
        double high;
        var vague = true;
        switch (word)
        {
            case "mehrere" or "mehreren" or "mehrerer":
                (low, high) = (3, 9);
                break;
            case "dutzende" or "dutzenden":
                (low, high) = (24, 99);
                break;
            case "hunderte" or "hunderten":
                (low, high) = (200, 999);
                break;
            case "tausende" or "tausenden":
                (low, high) = (2000, 9999);
                break;
            case "zehntausende" or "zehntausenden":
                (low, high) = (20000, 99999);
                break;
            default:
                if (Value(word) is not { } value)
                {
                    return null;
                }
                (low, high, vague) = (value, value, false);
                break;
        }
        var last = i + 1;
        var scale = text.Word(last) switch { "millionen" or "million" or "mio" or "mio." => 1e6,
            "milliarden" or "milliarde" or "mrd" or "mrd." => 1e9, "tausend" => 1e3, _ => 1 };
        last += scale > 1 ? 1 : 0;
        string? unit = text.Word(last) switch { "euro" or "€" => "EUR", "dollar" or "us-dollar" or "$" => "USD",
            "prozent" or "%" => "percent", "franken" => "CHF", "pfund" => "GBP", _ => null };
        if (unit is not null)
        {
            last++;
        }
        else
        {
            var noun = last;
            while (noun < limit && noun - last < 2 && text.Tags[noun] == PosTag.Adj)
            {
                noun++;
            }
            if (noun < limit && text.Tags[noun] == PosTag.Noun)
            {
                unit = text.Words[noun];
                last = noun + 1;
            }
        }
        if (unit is null && scale <= 1 || (word is "ein" or "null" && scale <= 1))
        {
            return null;
        }
        vague |= text.Word(i - 1) is "rund" or "etwa" or "ungefähr" or "fast" or "knapp" or "über" or "mindestens"
            or "circa" or "ca.";
        return (new Amount(text.Span(i, last), low * scale, high * scale, unit, vague), last);
    }

    private static double? Value(string word)
    {
        var number = Array.IndexOf(Numbers, word);
        return number >= 0 ? number
            : word.Length > 0 && char.IsDigit(word[0])
            && double.TryParse(word.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? value : null;
    }
}
