using System.Globalization;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// Reads the dates of feeds: RFC 822 and 1123 with all their abuses, W3C and ISO 8601 forms, asctime, those of programs
/// that follow their machine's language. A time without a zone is taken for UTC.
/// </summary>
internal static class FeedDateReader
{
    // The longest sensible form, a JavaScript date with its zone spelled out, has 60 characters.
    private const int MaxLength = 100;

    /// <summary>What a string means as a time; null if nothing. Never throws. Linear in the length, of which more than 100 is refused.</summary>
    public static Moment? Read(string? text)
    {
        if (text is null || text.Length > MaxLength * 2)
        {
            return null;
        }
        var rest = text.AsSpan().Trim();
        if (rest.Length is < 4 or > MaxLength)
        {
            return null;
        }
        var comment = rest.IndexOf('(');
        if (comment > 8)
        {
            // RFC 822 comments name the zone once more.
            rest = rest[..comment].TrimEnd();
        }
        var fields = new FeedDateFields();
        return FeedTimeReader.Split(rest, ref fields, out var date, out var after) && FeedDayReader.Read(date, ref fields)
            && ReadAfter(after, ref fields)
            ? ToMoment(fields)
            : null;
    }

    /// <summary>What stands after the time: zone, half of the day, or the year as in asctime.</summary>
    private static bool ReadAfter(ReadOnlySpan<char> after, ref FeedDateFields fields)
    {
        foreach (var range in after.Split(' '))
        {
            var token = after[range].Trim(" ,");
            if (token.Length == 0)
            {
                continue;
            }
            if (token is "AM" or "am" or "PM" or "pm" or "a.m." or "p.m.")
            {
                fields.Half = token[0] is 'A' or 'a' ? 'a' : 'p';
            }
            else if (token.Length == 4 && !token.ContainsAnyExceptInRange('0', '9') && fields.Year < 0)
            {
                fields.Year = int.Parse(token, CultureInfo.InvariantCulture);
            }
            else if (!FeedTimeReader.ReadZone(token, ref fields))
            {
                return false;
            }
        }
        return true;
    }

    private static Moment? ToMoment(FeedDateFields fields)
    {
        if (fields.Year is < 1 or > 9998 || fields.Month is < 1 or > 12
            || fields.Day < 1 || fields.Day > DateTime.DaysInMonth(fields.Year, fields.Month))
        {
            return null;
        }
        var day = new DateOnly(fields.Year, fields.Month, fields.Day);
        if (fields.Hour < 0)
        {
            return Moment.OfDay(day);
        }
        var hour = fields.Half switch
        {
            'p' when fields.Hour < 12 => fields.Hour + 12,
            'a' when fields.Hour == 12 => 0,
            _ => fields.Hour,
        };
        var local = day.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(fields.Minute).AddSeconds(fields.Second);
        // Offsets beyond 14 hours, which some feeds have, are no offsets: keep the instant.
        if (Math.Abs(fields.OffsetMinutes) > 14 * 60)
        {
            (local, fields.OffsetMinutes) = (local.AddMinutes(-fields.OffsetMinutes), 0);
        }
        var utc = local.Ticks - TimeSpan.FromMinutes(fields.OffsetMinutes).Ticks;
        return utc < DateTimeOffset.MinValue.Ticks || utc > DateTimeOffset.MaxValue.Ticks
            ? null
            : new Moment(new DateTimeOffset(local, TimeSpan.FromMinutes(fields.OffsetMinutes)), true);
    }
}
