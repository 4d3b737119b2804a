namespace Stemma.Storage;

/// <summary>A message on its way: what it holds was fixed before the first try, so that every try is the same.</summary>
public sealed record AlertDelivery
{
    /// <summary>The same at every try: a receiver knows by it what it has already.</summary>
    public required long Id { get; init; }

    public required AlertTarget Target { get; init; }

    /// <summary>The search it is for; empty for followed stories; null for a test.</summary>
    public string? Query { get; init; }

    /// <summary>When it was put together.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Tries before this one.</summary>
    public int Attempts { get; init; }

    /// <summary>In the order it came.</summary>
    public required IReadOnlyList<AlertNews> News { get; init; }
}
