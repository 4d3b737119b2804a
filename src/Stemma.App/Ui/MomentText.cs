using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Writes times for people. All are put in UTC, so that times of different outlets can be compared by eye.</summary>
public static class MomentText
{
    /// <summary><c>4 May 06:10</c>, or <c>4 May</c> where the hour is not known; <c>no date</c> where nothing is.</summary>
    public static string Compact(Moment? moment) => moment switch
    {
        null => "no date",
        { HasTime: true } at => Format(at.At.UtcDateTime, "d MMM HH:mm"),
        { } at => Format(at.At.DateTime, "d MMM"),
    };

    /// <summary><c>4 May 2031, 06:10 UTC</c>.</summary>
    public static string Full(Moment? moment) => moment switch
    {
        null => "no date",
        { HasTime: true } at => Format(at.At.UtcDateTime, "d MMM yyyy, HH:mm 'UTC'"),
        { } at => Format(at.At.DateTime, "d MMM yyyy"),
    };

    /// <summary>From the first to the last of the moments that are known: <c>4 May, 06:10 – 5 May 2031, 07:00 UTC</c>.</summary>
    public static string Range(IEnumerable<Moment?> moments)
    {
        var known = moments.OfType<Moment>().Order().ToList();
        if (known.Count == 0)
        {
            return "no dates";
        }
        var (first, last) = (known[0], known[^1]);
        if (Full(first) == Full(last))
        {
            return Full(first);
        }
        var (from, to) = (Utc(first), Utc(last));
        if (from.Date == to.Date)
        {
            // Some tell the day only: the hours are those of the others.
            var hours = known.Where(m => m.HasTime).ToList();
            return hours.Count > 1 && hours[0].At.UtcDateTime != hours[^1].At.UtcDateTime
                ? $"{Format(hours[0].At.UtcDateTime, "d MMM yyyy, HH:mm")}–{Format(hours[^1].At.UtcDateTime, "HH:mm 'UTC'")}"
                : Full(last);
        }
        var start = (from.Year == to.Year ? "d MMM" : "d MMM yyyy") + (first.HasTime ? ", HH:mm" : "");
        return $"{Format(from, start)} – {Full(last)}";
    }

    /// <summary>The days of an event: <c>28 Apr 2031</c>, <c>3–5 May 2031</c>, <c>May 2031</c>, <c>2019</c>.</summary>
    public static string Days(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Format(from, "d MMM yyyy");
        }
        var lastOfMonth = to.Day == DateTime.DaysInMonth(to.Year, to.Month);
        if (from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 })
        {
            return from.Year == to.Year ? Format(from, "yyyy") : $"{Format(from, "yyyy")}–{Format(to, "yyyy")}";
        }
        if (from.Day == 1 && lastOfMonth && from.Year == to.Year)
        {
            return from.Month == to.Month ? Format(from, "MMM yyyy") : $"{Format(from, "MMM")}–{Format(to, "MMM yyyy")}";
        }
        return from.Year != to.Year ? $"{Format(from, "d MMM yyyy")} – {Format(to, "d MMM yyyy")}"
            : from.Month != to.Month ? $"{Format(from, "d MMM")} – {Format(to, "d MMM yyyy")}"
            : $"{from.Day.ToString(CultureInfo.InvariantCulture)}–{Format(to, "d MMM yyyy")}";
    }

    private static DateTime Utc(Moment moment) => moment.HasTime ? moment.At.UtcDateTime : moment.At.DateTime;

    private static string Format(DateTime value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Format(DateOnly value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
