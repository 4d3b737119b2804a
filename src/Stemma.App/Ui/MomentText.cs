using System.Globalization;
using Stemma.App.Ui.Shell;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>
/// Writes times for people, in the language of the texts given, English where none are. All are put in UTC, so that times of
/// different outlets can be compared by eye.
/// </summary>
public static class MomentText
{
    /// <summary><c>4 May 06:10</c>, or <c>4 May</c> where the hour is not known; <c>no date</c> where nothing is.</summary>
    public static string Compact(Moment? moment, Texts? texts = null) => moment switch
    {
        null => In(texts)["moment.none"],
        { HasTime: true } at => $"{DayOf(at.At.UtcDateTime, texts)} {Hour(at.At.UtcDateTime)}",
        { } at => DayOf(at.At.DateTime, texts),
    };

    /// <summary><c>4 May 2031, 06:10 UTC</c>.</summary>
    public static string Full(Moment? moment, Texts? texts = null) => moment switch
    {
        null => In(texts)["moment.none"],
        { HasTime: true } at => $"{DayAndYear(at.At.UtcDateTime, texts)}, {Hour(at.At.UtcDateTime)} UTC",
        { } at => DayAndYear(at.At.DateTime, texts),
    };

    /// <summary>From the first to the last of the moments that are known: <c>4 May, 06:10 – 5 May 2031, 07:00 UTC</c>.</summary>
    public static string Range(IEnumerable<Moment?> moments, Texts? texts = null)
    {
        var known = moments.OfType<Moment>().Order().ToList();
        if (known.Count == 0)
        {
            return In(texts)["moment.nones"];
        }
        var (first, last) = (known[0], known[^1]);
        if (Full(first) == Full(last))
        {
            return Full(first, texts);
        }
        var (from, to) = (Utc(first), Utc(last));
        if (from.Date == to.Date)
        {
            // Some tell the day only: the hours are those of the others.
            var hours = known.Where(m => m.HasTime).ToList();
            return hours.Count > 1 && hours[0].At.UtcDateTime != hours[^1].At.UtcDateTime
                ? $"{DayAndYear(hours[0].At.UtcDateTime, texts)}, {Hour(hours[0].At.UtcDateTime)}–{Hour(hours[^1].At.UtcDateTime)} UTC"
                : Full(last, texts);
        }
        var start = from.Year == to.Year ? DayOf(from, texts) : DayAndYear(from, texts);
        return $"{start}{(first.HasTime ? ", " + Hour(from) : "")} – {Full(last, texts)}";
    }

    /// <summary>The days of an event: <c>28 Apr 2031</c>, <c>3–5 May 2031</c>, <c>May 2031</c>, <c>2019</c>.</summary>
    public static string Days(DateOnly from, DateOnly to, Texts? texts = null)
    {
        var (first, last) = (from.ToDateTime(default), to.ToDateTime(default));
        if (from == to)
        {
            return DayAndYear(first, texts);
        }
        var lastOfMonth = to.Day == DateTime.DaysInMonth(to.Year, to.Month);
        if (from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 })
        {
            return from.Year == to.Year ? Number(from.Year) : $"{Number(from.Year)}–{Number(to.Year)}";
        }
        if (from.Day == 1 && lastOfMonth && from.Year == to.Year)
        {
            return (from.Month == to.Month ? "" : In(texts).ShortMonth(from.Month) + "–") + $"{In(texts).ShortMonth(to.Month)} {Number(to.Year)}";
        }
        return from.Year != to.Year ? $"{DayAndYear(first, texts)} – {DayAndYear(last, texts)}"
            : from.Month != to.Month ? $"{DayOf(first, texts)} – {DayAndYear(last, texts)}"
            : In(texts).Of("moment.days", Number(from.Day), DayAndYear(last, texts));
    }

    /// <summary><c>4 May</c>.</summary>
    public static string DayOf(DateTime at, Texts? texts = null) => In(texts).Of("moment.day", Number(at.Day), In(texts).ShortMonth(at.Month));

    /// <summary>For programs: <c>2031-05-04T06:10:00Z</c>.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>06:10</c>.</summary>
    public static string Hour(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string DayAndYear(DateTime at, Texts? texts) =>
        In(texts).Of("moment.dayyear", Number(at.Day), In(texts).ShortMonth(at.Month), Number(at.Year));

    private static DateTime Utc(Moment moment) => moment.HasTime ? moment.At.UtcDateTime : moment.At.DateTime;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Texts In(Texts? texts) => texts ?? TextTable.Shared.English;
}
