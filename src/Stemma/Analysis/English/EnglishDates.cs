using System.Globalization;
using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds words for times and resolves them to calendar days: written-out dates by themselves, "Friday", "last month"
/// and "in
/// April" against the day of publication. A bare weekday is the last one up to that day, or the next where the
/// sentence tells
/// of what is to come. Without a publication day only full dates and years are resolved.
/// </summary>
internal sealed class EnglishDates(MarkedText text)
{
    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["wednesday"] = DayOfWeek.Wednesday,
            ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday, ["saturday"] = DayOfWeek.Saturday, ["sunday"] = DayOfWeek.Sunday,
    };

    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["january"] = 1, ["february"] = 2, ["march"] = 3, ["april"] = 4, ["may"] = 5, ["june"] = 6, ["july"] = 7,
            ["august"] = 8, ["september"] = 9,
        ["october"] = 10, ["november"] = 11, ["december"] = 12, ["jan."] = 1, ["feb."] = 2, ["mar."] = 3, ["apr."] = 4,
            ["jun."] = 6, ["jul."] = 7,
        ["aug."] = 8, ["sept."] = 9, ["sep."] = 9, ["oct."] = 10, ["nov."] = 11, ["dec."] = 12, ["jan"] = 1,
            ["feb"] = 2, ["aug"] = 8, ["sept"] = 9,
        ["oct"] = 10, ["nov"] = 11, ["dec"] = 12,
    };

    private readonly DateOnly? _today = text.Article.Published is { } at && Calendar.IsUsable(at.Day) ? at.Day : null;

    /// <summary>The dates in text order, none overlapping another.</summary>
    public IReadOnlyList<DateExpression> Find()
    {
        List<DateExpression> dates = [];
        foreach (var sentence in text.Sentences)
        {
            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (ReadAt(i, sentence) is { } found)
                {
                    var span = text.Span(found.First, found.Last);
                    var days = found.From == found.To ? Iso(found.From) : $"{Iso(found.From)} to {Iso(found.To)}";
                    dates.Add(new DateExpression(span, found.From, found.To,
                        Explanation.Of("analysis.date." + found.How,
                        $"“{span.Of(text.Text)}” is {days}" + (found.How is "full" or "year"
                        ? "" : $", seen from {Iso(_today!.Value)}"), text.Article.Id, span)));
                    i = found.Last - 1;
                }
            }
        }
        return dates;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateFound? ReadAt(int i, Text.SentenceRange sentence)
    {
        var word = text.Words[i];
        if (text.Tokens[i].Kind == Text.TokenKind.Number || (word.Length == 4 && char.IsDigit(word[0])))
        {
            return Number(i);
        }
        if (Months.TryGetValue(word, out var month) && text.IsCapital(i))
        {
            return MonthAt(i, month, sentence);
        }
        if (_today is not { } today)
        {
            return null;
        }
        if (Weekdays.TryGetValue(word, out var weekday))
        {
            return IsFuture(sentence, i)
                ? One(i, i + 1, Calendar.After(today, weekday), "weekday-ahead")
                : One(i, i + 1, Calendar.OnOrBefore(today, weekday), "weekday");
        }
        return word switch
        {
            "today" or "tonight" => One(i, i + 1, today, "day"),
            "yesterday" => One(i, i + 1, today.AddDays(-1), "day"),
            "tomorrow" => One(i, i + 1, today.AddDays(1), "day"),
            "last" or "this" or "next" or "earlier" or "later" or "late" or "early" => Relative(i, today),
            _ => Ago(i, today),
        };
    }

    private DateFound? Relative(int i, DateOnly today)
    {
        var first = i;
        var part = "";
        if (text.Words[i] is "earlier" or "later" or "late" or "early")
        {
            part = text.Words[i];
            i += text.Word(i + 1) is "in" ? 2 : 1;
            if (text.Word(i) is not ("last" or "this" or "next"))
            {
                return null;
            }
        }
        var step = text.Words[i] switch { "last" => -1, "next" => 1, _ => 0 };
        var unit = text.Word(i + 1);
        if (Weekdays.TryGetValue(unit, out var weekday))
        {
            var day = step switch
            {
                1 => Calendar.After(today, weekday),
                -1 when today.DayOfWeek == weekday => today.AddDays(-7),
                _ => Calendar.OnOrBefore(today, weekday),
            };
            return One(first, i + 2, day, "weekday");
        }
        if (Months.TryGetValue(unit, out var month))
        {
            var year = step switch
            {
                -1 => month < today.Month ? today.Year : today.Year - 1,
                1 => month > today.Month ? today.Year : today.Year + 1,
                _ => today.Year,
            };
            return Range(first, i + 2, Calendar.MonthOf(year, month), "month");
        }
        if (unit is "morning" or "afternoon" or "evening")
        {
            return step == 0 ? One(first, i + 2, today, "day") : null;
        }
        if (unit is "night")
        {
            return step == -1 ? One(first, i + 2, today.AddDays(-1), "day") : null;
        }
        (DateOnly From, DateOnly To)? range = unit switch
        {
            "week" => Calendar.Week(today, step),
            "weekend" => Weekend(today, step),
            "month" => Calendar.Month(today, step),
            "year" => Calendar.Year(today.Year + step),
            _ => null,
        };
        return range is { } days ? Range(first, i + 2, Narrow(days, part, step, today), unit) : null;
    }

    private static (DateOnly From, DateOnly To) Weekend(DateOnly today, int step)
    {
        var (_, sunday) = Calendar.Week(today, step == 0
            && today.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? -1 : step);
        return (sunday.AddDays(-1), sunday);
    }

    private static (DateOnly From, DateOnly To) Narrow((DateOnly From, DateOnly To) days, string part, int step,
        DateOnly today)
    {
        var length = days.To.DayNumber - days.From.DayNumber;
        return part switch
        {
            "earlier" when step == 0 && today >= days.From && today <= days.To => (days.From, today),
            "later" when step == 0 && today >= days.From && today <= days.To => (today, days.To),
            "late" => (days.To.AddDays(-(length / 3)), days.To),
            "early" => (days.From, days.From.AddDays(length / 3)),
            _ => days,
        };
    }

    // "three days ago", "two weeks earlier" is left alone: earlier than what?
    private DateFound? Ago(int i, DateOnly today)
    {
        if (text.Word(i + 2) != "ago" || EnglishAmounts.ValueOf(text.Words[i]) is not { } count || count > 2000)
        {
            return null;
        }
        var n = (int)count;
        return text.Word(i + 1).TrimEnd('s') switch
        {
            "day" => One(i, i + 3, today.AddDays(-n), "ago"),
            "week" => Range(i, i + 3, Calendar.Week(today, -Math.Min(n, 500)), "ago"),
            "month" => Range(i, i + 3, Calendar.Month(today, -Math.Min(n, 500)), "ago"),
            "year" when n < today.Year => Range(i, i + 3, Calendar.Year(today.Year - Math.Min(n, 150)), "ago"),
            _ => null,
        };
    }

    private DateFound? MonthAt(int i, int month, Text.SentenceRange sentence)
    {
        if (text.Words[i] is "may" or "march" && text.Tags[i] is not (PosTag.Propn or PosTag.Noun)
            && text.Tag(i + 1) != PosTag.Num)
        {
            return null;
        }
        var dayNumber = DayNumber(i + 1);
        if (dayNumber > 0)
        {
            var last = i + 2;
            var year = text.Word(last) is "," ? YearAt(last + 1) : YearAt(last);
            last += year > 0 ? (text.Words[last] == "," ? 2 : 1) : 0;
            return Dated(i, last, year, month, dayNumber, sentence);
        }
        var written = text.Word(i + 1) is "of" or "," ? YearAt(i + 2) : YearAt(i + 1);
        if (written > 0)
        {
            return Range(i, text.Word(i + 1) is "of" or "," ? i + 3 : i + 2, Calendar.MonthOf(written, month), "full");
        }
        if (_today is not { } today)
        {
            return null;
        }
        var inYear = IsFuture(sentence, i)
            ? (month >= today.Month ? today.Year : today.Year + 1) : month <= today.Month ? today.Year : today.Year - 1;
        return Range(i, i + 1, Calendar.MonthOf(inYear, month), "month");
    }

    private DateFound? Dated(int first, int last, int year, int month, int day, Text.SentenceRange sentence)
    {
        if (year > 0)
        {
            return Calendar.Day(year, month, day) is { } full ? One(first, last, full, "full") : null;
        }
        if (_today is not { } today)
        {
            return null;
        }
        // the nearest such day: at most half a year off, unless the sentence looks ahead
        var guess = Calendar.Day(today.Year, month, day);
        if (guess is { } near && near.DayNumber - today.DayNumber > (IsFuture(sentence, first) ? 330 : 150))
        {
            guess = Calendar.Day(today.Year - 1, month, day);
        }
        else if (guess is { } past && today.DayNumber - past.DayNumber > 150 && IsFuture(sentence, first))
        {
            guess = Calendar.Day(today.Year + 1, month, day);
        }
        return guess is { } found ? One(first, last, found, "day-of-month") : null;
    }

    private DateFound? Number(int i)
    {
        var word = text.Words[i];
        if (word.Length == 10 && word[4] == '-'
            && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var iso))
        {
            return One(i, i + 1, iso, "full");
        }
        var day = DayNumber(i);
        var next = text.Word(i + 1) is "of" ? i + 2 : i + 1;
        if (day > 0 && Months.TryGetValue(text.Word(next), out var month) && text.IsCapital(next))
        {
            var year = YearAt(next + 1);
            return Dated(i, next + (year > 0 ? 2 : 1), year, month, day, text.SentenceAt(i));
        }
        var alone = YearAt(i);
        return alone > 0 && text.Word(i - 1) is "in" or "since" or "of" or "until" or "by" or "during" or "before"
            or "after" or "from" or "early" or "late" or "mid" or "through"
            && text.Tag(i + 1) is not (PosTag.Noun or PosTag.Propn)
            ? Range(i, i + 1, Calendar.Year(alone), "year") : null;
    }

    private int DayNumber(int i)
    {
        var word = text.Word(i);
        if (word.Length is 0 or > 4 || !char.IsDigit(word[0]))
        {
            return 0;
        }
        var digits = word.AsSpan().TrimEnd("stndrh");
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : 0;
    }

    private int YearAt(int i) =>
        text.Word(i) is { Length: 4 } word
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1700 and <= 2100 ? year : 0;

    private bool IsFuture(Text.SentenceRange sentence, int date)
    {
        for (var i = Math.Max(sentence.First, date - 14); i < Math.Min(sentence.Last, date + 4); i++)
        {
            // "signed on Thursday an order that will …": what is to come hangs on the order, not on the day.
            if (i > date && text.Words[i] is "that" or "which" or "who" or ",")
            {
                return false;
            }
            if (text.StretchOf[i] == text.StretchOf[date]
                && (text.Words[i] is "will" or "'ll" or "shall" or "scheduled" or "upcoming"
                || (text.Words[i] is "expected" or "set" or "due" or "plans" or "planning" or "slated" or "going"
                && text.Word(i + 1) is "to")))
            {
                return true;
            }
        }
        return false;
    }

    private static DateFound One(int first, int last, DateOnly day, string how) => new(first, last, day, day, how);

    private static DateFound Range(int first, int last, (DateOnly From, DateOnly To) days, string how) =>
        new(first, last, days.From, days.To, how);
}
