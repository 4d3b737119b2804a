using Stemma.Fetching;

namespace Stemma.Storage;

/// <summary>A subscription to the news of a feed at its WebSub hub, as it is kept.</summary>
public sealed record HubSubscription
{
    public required FeedId Feed { get; init; }

    public required WebSubHub Hub { get; init; }

    /// <summary>The last part of the address the hub sends to; nobody can guess it.</summary>
    public required string Token { get; init; }

    /// <summary>The key of the hub's signatures.</summary>
    public required string Secret { get; init; }

    /// <summary>What was asked of the hub and is not verified yet; null for nothing.</summary>
    public WebSubMode? Pending { get; init; }

    /// <summary>When the lease ends; null where none is in force.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the hub is asked next.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last, in words; null while well.</summary>
    public string? Failure { get; init; }
}
