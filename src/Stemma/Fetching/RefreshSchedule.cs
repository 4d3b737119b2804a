using System.Globalization;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// Decides when a feed is asked next: by its own pace, not more often than its publisher wishes, and less and less often while
/// it fails. Pure: the same state gives the same time.
/// </summary>
public sealed class RefreshSchedule(RefreshOptions options)
{
    /// <summary>The next time, between the bounds of the options. Cost is n log n in the number of entry times.</summary>
    public RefreshDecision Next(RefreshState state)
    {
        if (state.Failure is FailureKind.Gone)
        {
            return new RefreshDecision(null, new Explanation("fetch.refresh-gone", "never again: the server says it is gone for good", null, []));
        }
        if (state.Failure is FailureKind.BadAddress)
        {
            return new RefreshDecision(null, new Explanation("fetch.refresh-bad-address", "never again: it is no address that can be asked", null, []));
        }
        var (wait, rule, why) = state.Failure is { } failure ? BackOff(state, failure) : Pace(state);
        wait += wait * (options.Jitter * JitterOf(state.Feed));
        var at = state.AskedAt + wait;
        if (state.Failure is null)
        {
            at = OutsideSkipped(state, at);
        }
        wait = at - state.AskedAt;
        return new RefreshDecision(at, new Explanation(rule, $"in {Words(wait)}: {why}", Math.Round(wait.TotalSeconds), []));
    }

    private (TimeSpan Wait, string Rule, string Why) Pace(RefreshState state)
    {
        if (state.IsPushed)
        {
            return (options.Longest, "fetch.refresh-pushed", "its hub sends what is new");
        }
        var (expected, count, why) = ExpectedGap(state);
        var wait = count < 3 ? Longer(expected / options.AsksPerPosting, options.Unknown) : expected / options.AsksPerPosting;
        wait = Shorter(Longer(wait, options.Shortest), options.Longest);
        var (wish, whose) = Wish(state);
        wish = Shorter(wish, options.LongestWish);
        return wish > wait
            ? (wish, "fetch.refresh-wish", $"its publisher asks for this much time ({whose})")
            : (wait, "fetch.refresh-pace", why);
    }

    // Postings are counted up to now and not up to the newest, so that a feed that falls silent is asked less and less.
    private (TimeSpan Gap, int Count, string Why) ExpectedGap(RefreshState state)
    {
        var times = state.EntryTimes.Where(t => t <= state.AskedAt).Order().ToList();
        var count = 0;
        var oldest = state.AskedAt;
        for (var i = times.Count - 1; i >= 0 && count < options.Postings; i--)
        {
            if (count == 0 || oldest - times[i] > options.OnePosting)
            {
                count++;
                oldest = times[i];
            }
        }
        if (count == 0)
        {
            return (TimeSpan.Zero, 0, "when it posts is not known");
        }
        var span = state.AskedAt - oldest;
        return (span / count, count, $"{count} {(count == 1 ? "posting" : "postings")} in {Words(span)}");
    }

    private static (TimeSpan Wish, string Whose) Wish(RefreshState state)
    {
        var wish = (Time: TimeSpan.Zero, Whose: "");
        foreach (var (time, whose) in new[]
        {
            (state.FreshFor, "Cache-Control"), (state.Wish, "the feed itself"),
        })
        {
            if (time > wish.Time)
            {
                wish = (time.Value, whose);
            }
        }
        return wish;
    }

    private (TimeSpan Wait, string Rule, string Why) BackOff(RefreshState state, FailureKind failure)
    {
        var n = Math.Max(1, state.FailuresInARow);
        var first = failure == FailureKind.TooManyRequests ? options.FirstBackOffWhenLimited : options.FirstBackOff;
        var wait = Fetching.BackOff.After(n, first, 2, options.LongestBackOff);
        var why = $"{(n == 1 ? "it failed" : $"it failed {state.FailuresInARow} times in a row")}: {failure.Sentence(null)}";
        if (state.RetryAt is { } at && at - state.AskedAt is var asked && asked > TimeSpan.Zero)
        {
            // A server that asks for little is still left alone for as long as one that failed this often.
            asked = Shorter(asked, options.LongestRetryAfter);
            return (Longer(asked, n == 1 ? options.Shortest : wait), "fetch.refresh-retry-after", $"the server asks for this time; {why}");
        }
        return (wait, "fetch.refresh-back-off", why);
    }

    // At most a week of hours is looked at.
    private static DateTimeOffset OutsideSkipped(RefreshState state, DateTimeOffset at)
    {
        if (state.SkipHours.Count == 0 && state.SkipDays.Count == 0)
        {
            return at;
        }
        var candidate = at.ToUniversalTime();
        for (var i = 0; i < 7 * 24; i++)
        {
            if (!state.SkipHours.Contains(candidate.Hour) && !state.SkipDays.Contains(candidate.DayOfWeek))
            {
                return candidate;
            }
            candidate = new DateTimeOffset(candidate.Year, candidate.Month, candidate.Day, candidate.Hour, 0, 0, TimeSpan.Zero).AddHours(1)
                + TimeSpan.FromMinutes(1);
        }
        return at;
    }

    // In [0, 1), the same for a feed on every machine and day: FNV-1a (Fowler, Noll, Vo), whose low bits are mixed into the high
    // ones, for addresses often differ at their end alone.
    private static double JitterOf(string feed)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in feed)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static string Words(TimeSpan time) => time.TotalDays >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.#} days")
        : time.TotalHours >= 1
            ? $"{(int)time.TotalHours} h{(time.Minutes > 0 ? $" {time.Minutes} min" : "")}"
            : $"{Math.Max(1, (int)Math.Round(time.TotalMinutes))} min";
}
