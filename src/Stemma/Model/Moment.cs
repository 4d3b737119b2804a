using System.Globalization;

namespace Stemma.Model;

/// <summary>
/// A time as a source tells it: to the second, or only to the day. A day is never turned into a midnight that nobody
/// stated.
/// </summary>
/// <param name="At">The instant; midnight UTC of the day where <paramref name="HasTime"/> is false.</param>
/// <param name="HasTime">Whether the source gave a time of day.</param>
public readonly record struct Moment(DateTimeOffset At, bool HasTime) : IComparable<Moment>
{
    /// <summary>The calendar day in the source's own offset.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    /// <summary>A moment known to the day only.</summary>
    public static Moment OfDay(DateOnly day) => new(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), false);

    /// <summary>The last instant it can mean: itself, or the end of the day where only the day is known.</summary>
    public DateTimeOffset Latest => HasTime || At.Date == DateTimeOffset.MaxValue.Date ? At : At.AddDays(1).AddTicks(-1);

    /// <summary>By the last instant each can mean: a day without a time comes after the times of that day.</summary>
    public int CompareTo(Moment other)
    {
        var byInstant = Latest.UtcDateTime.CompareTo(other.Latest.UtcDateTime);
        return byInstant != 0 ? byInstant : HasTime.CompareTo(other.HasTime);
    }

    /// <summary>ISO 8601: <c>2026-03-04</c>, or <c>2026-03-04T09:10:00+01:00</c>.</summary>
    public override string ToString() =>
        At.ToString(HasTime ? "yyyy-MM-dd'T'HH:mm:ssK" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool operator <(Moment left, Moment right) => left.CompareTo(right) < 0;

    public static bool operator >(Moment left, Moment right) => left.CompareTo(right) > 0;

    public static bool operator <=(Moment left, Moment right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Moment left, Moment right) => left.CompareTo(right) >= 0;
}
