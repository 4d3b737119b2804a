namespace Stemma.Analyzing;

/// <summary>Calendar arithmetic that resolves words for times against the day an article was published.</summary>
internal static class Calendar
{
    /// <summary>The last such weekday on or before the day.</summary>
    public static DateOnly OnOrBefore(DateOnly day, DayOfWeek weekday) =>
        day.AddDays(-(((int)day.DayOfWeek - (int)weekday + 7) % 7));

    /// <summary>The first such weekday after the day.</summary>
    public static DateOnly After(DateOnly day, DayOfWeek weekday)
    {
        var ahead = ((int)weekday - (int)day.DayOfWeek + 7) % 7;
        return day.AddDays(ahead == 0 ? 7 : ahead);
    }

    /// <summary>The week, Monday to Sunday, that lies <paramref name="weeks"/> from the day's own.</summary>
    public static (DateOnly From, DateOnly To) Week(DateOnly day, int weeks)
    {
        var monday = day.AddDays((-(((int)day.DayOfWeek + 6) % 7)) + (7 * weeks));
        return (monday, monday.AddDays(6));
    }

    /// <summary>The month that lies <paramref name="months"/> from the day's own.</summary>
    public static (DateOnly From, DateOnly To) Month(DateOnly day, int months)
    {
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(months);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>A whole month of a year.</summary>
    public static (DateOnly From, DateOnly To) MonthOf(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    public static (DateOnly From, DateOnly To) Year(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>The day, or nothing where the calendar has none such.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>Whether arithmetic over a few thousand days from the day stays within the calendar.</summary>
    public static bool IsUsable(DateOnly day) => day.Year is > 200 and < 9000;
}
