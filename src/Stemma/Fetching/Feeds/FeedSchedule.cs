namespace Stemma.Fetching;

/// <summary>How often a feed says it changes.</summary>
public sealed record FeedSchedule
{
    /// <summary>RSS's <c>ttl</c> in minutes.</summary>
    public int? TtlMinutes { get; init; }

    /// <summary><c>ttl</c> as written.</summary>
    public string? Ttl { get; init; }

    /// <summary>Hours of the day, UTC, 0 to 23, in which it is not to be asked.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days on which it is not to be asked.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];

    /// <summary>Period of the syndication module: hourly, daily, weekly, monthly, yearly.</summary>
    public string? UpdatePeriod { get; init; }

    /// <summary>Changes in each period; null where not told.</summary>
    public int? UpdateFrequency { get; init; }

    public FeedDate? UpdateBase { get; init; }

    /// <summary>The time between two changes by <c>sy:updatePeriod</c>, else by <c>ttl</c>; null where neither is told.</summary>
    public TimeSpan? Interval
    {
        get
        {
            double? hours = UpdatePeriod switch
            {
                "hourly" => 1,
                "daily" => 24,
                "weekly" => 24 * 7,
                "monthly" => 24 * 30,
                "yearly" => 24 * 365,
                _ => null,
            };
            return hours is { } period ? TimeSpan.FromHours(period / Math.Max(1, UpdateFrequency ?? 1))
                : TtlMinutes is > 0 and { } minutes ? TimeSpan.FromMinutes(minutes)
                : null;
        }
    }
}
