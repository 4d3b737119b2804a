namespace Stemma.Storage;

/// <summary>What a reader wants to be told of.</summary>
public sealed record AlertRecord
{
    public required long Id { get; init; }

    public required ReaderScope Scope { get; init; }

    /// <summary>The target's number.</summary>
    public required long Target { get; init; }

    /// <summary>A search, as typed; empty: the stories that the reader follows.</summary>
    public required string Query { get; init; }

    /// <summary>Least time between two messages; news in between is collected.</summary>
    public required TimeSpan Pause { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How far in the order of putting articles in stories it has looked.</summary>
    public long Turn { get; init; }

    /// <summary>How much it has told.</summary>
    public int Told { get; init; }
}
