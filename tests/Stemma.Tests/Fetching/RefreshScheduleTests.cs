using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching;

public sealed class RefreshScheduleTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 9, 12, 0, 0, TimeSpan.Zero);
    private static readonly RefreshOptions Exact = new() { Jitter = 0 };
    private readonly RefreshSchedule _schedule = new(Exact);

    [Fact]
    public void A_feed_that_posts_twice_a_day_is_asked_every_two_hours_and_not_every_ten_minutes() =>
        Assert.InRange(Wait(Every(TimeSpan.FromHours(12), 20)), TimeSpan.FromHours(1.5), TimeSpan.FromHours(2.5));

    [Fact]
    public void A_busy_feed_is_asked_at_the_shortest_interval() =>
        Assert.Equal(Exact.Shortest, Wait(Every(TimeSpan.FromMinutes(12), 50)));

    [Fact]
    public void A_feed_that_fell_silent_is_asked_less_and_less()
    {
        var times = Every(TimeSpan.FromHours(1), 20);
        int[] days = [0, 2, 10, 400];
        TimeSpan[] waits = [.. days.Select(d => Wait(times, Now.AddDays(d)))];
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(Exact.Longest, waits[^1]);
    }

    [Fact]
    public void Entries_written_in_one_batch_are_one_posting()
    {
        var batch = Enumerable.Range(0, 40).Select(i => Now.AddHours(-20).AddSeconds(i)).ToList();
        Assert.InRange(Wait(batch), TimeSpan.FromHours(3), TimeSpan.FromHours(4));
    }

    [Fact]
    public void A_feed_without_times_is_asked_every_hour() => Assert.Equal(Exact.Unknown, Wait([]));

    [Fact]
    public void Entries_dated_in_the_future_tell_nothing() =>
        Assert.Equal(Exact.Unknown, Wait([Now.AddDays(3), Now.AddYears(8)]));

    [Fact]
    public void The_publishers_wish_holds_back_but_not_for_ever()
    {
        var busy = State() with { EntryTimes = Every(TimeSpan.FromMinutes(12), 50) };
        Assert.Equal(TimeSpan.FromHours(1), Wait(busy with { Wish = TimeSpan.FromHours(1) }));
        Assert.Equal(TimeSpan.FromMinutes(30), Wait(busy with { FreshFor = TimeSpan.FromMinutes(30) }));
        Assert.Equal(Exact.LongestWish, Wait(busy with { FreshFor = TimeSpan.FromDays(365) }));
        Assert.Equal(Exact.Shortest, Wait(busy with { FreshFor = TimeSpan.Zero }));
    }

    [Fact]
    public void Each_failure_doubles_the_wait_up_to_a_day_and_says_why()
    {
        TimeSpan[] waits = [.. Enumerable.Range(1, 12).Select(n => Wait(Failed(FailureKind.ServerError, n)))];
        Assert.Equal(TimeSpan.FromMinutes(10), waits[0]);
        Assert.Equal(TimeSpan.FromMinutes(20), waits[1]);
        Assert.Equal(Exact.LongestBackOff, waits[^1]);
        var why = _schedule.Next(Failed(FailureKind.ServerError, 3)).Explanation;
        Assert.Contains("3 times in a row", why.Text, StringComparison.Ordinal);
        Assert.Contains(FailureKind.ServerError.Sentence(null), why.Text, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(24), Wait(Failed(FailureKind.Network, int.MaxValue)));
    }

    [Fact]
    public void Retry_after_is_obeyed_within_a_week()
    {
        var limited = Failed(FailureKind.TooManyRequests, 1);
        Assert.Equal(Exact.FirstBackOffWhenLimited, Wait(limited));
        Assert.Equal(TimeSpan.FromHours(3), Wait(limited with { RetryAt = Now.AddHours(3) }));
        Assert.Equal(Exact.Shortest, Wait(limited with { RetryAt = Now.AddSeconds(5) }));
        Assert.Equal(TimeSpan.FromDays(7), Wait(limited with { RetryAt = Now.AddYears(5) }));
    }

    [Fact]
    public void What_is_gone_is_never_asked_again()
    {
        var decision = _schedule.Next(Failed(FailureKind.Gone, 1));
        Assert.Null(decision.At);
        Assert.Contains("gone", decision.Explanation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_and_days_the_feed_wants_to_skip_are_skipped()
    {
        var at = _schedule.Next(State() with { SkipHours = [13, 14], SkipDays = [DayOfWeek.Wednesday] }).At!.Value;
        Assert.Equal(DayOfWeek.Thursday, at.DayOfWeek);
        at = _schedule.Next(State() with { SkipHours = [13, 14] }).At!.Value;
        Assert.Equal(15, at.Hour);
        Assert.Equal(Exact.Unknown, Wait(State() with { SkipHours = [.. Enumerable.Range(0, 24)] }));
    }

    [Fact]
    public void A_pushed_feed_is_asked_as_seldom_as_one_that_is_silent() =>
        Assert.Equal(Exact.Longest, Wait(State() with { IsPushed = true, EntryTimes = Every(TimeSpan.FromMinutes(12), 50) }));

    [Fact]
    public void Jitter_is_a_constant_of_the_feed_and_spreads_feeds_over_a_tenth_of_the_wait()
    {
        var schedule = new RefreshSchedule(new RefreshOptions());
        var waits = Enumerable.Range(0, 200)
            .Select(i => schedule.Next(State() with { Feed = $"https://paper.example/{i}.xml" }).At!.Value - Now)
            .ToList();
        Assert.All(waits, w => Assert.InRange(w, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(66)));
        Assert.InRange(waits.Count(w => w < TimeSpan.FromMinutes(63)), 70, 130);
        Assert.Equal(schedule.Next(State()).At, schedule.Next(State()).At);
    }

    private static List<DateTimeOffset> Every(TimeSpan gap, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Now - (gap * (i + 0.5)))];

    private static RefreshState State() => new("https://paper.example/feed", Now);

    private static RefreshState Failed(FailureKind kind, int times) => State() with { Failure = kind, FailuresInARow = times };

    private TimeSpan Wait(List<DateTimeOffset> entries, DateTimeOffset? now = null) =>
        Wait(new RefreshState("https://paper.example/feed", now ?? Now) { EntryTimes = entries });

    private TimeSpan Wait(RefreshState state) => _schedule.Next(state).At!.Value - state.AskedAt;
}
