namespace Stemma.Storage;

/// <summary>A reader's filter: a search, and what is done with the articles it finds.</summary>
public sealed record FilterRule
{
    public required long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required ReaderScope Scope { get; init; }

    /// <summary>As typed; read by <see cref="SearchQueryReader"/>.</summary>
    public required string Query { get; init; }

    public required FilterAct Act { get; init; }

    /// <summary>The label it gives; null for other acts.</summary>
    public string? Label { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How far in the order of putting articles in stories it has looked.</summary>
    public long Turn { get; init; }

    /// <summary>How many articles it has caught.</summary>
    public int Caught { get; init; }

    /// <summary>How many articles it has yet to look at.</summary>
    public long Left { get; init; }
}
