namespace Stemma.Analyzing;

/// <summary>The words by which a language holds open, plans, judges and looks back.</summary>
internal sealed record ModalityWords
{
    public required IReadOnlySet<string> Hedges { get; init; }

    public required IReadOnlySet<string> Opinions { get; init; }

    /// <summary>Auxiliaries of the future.</summary>
    public required IReadOnlySet<string> Future { get; init; }

    /// <summary>Words of planning that count before one of <see cref="PlanLinks"/>.</summary>
    public required IReadOnlySet<string> Plans { get; init; }

    public required IReadOnlySet<string> PlanLinks { get; init; }

    /// <summary>Phrases that look back.</summary>
    public required IReadOnlyList<string> BackgroundPhrases { get; init; }

    /// <summary>First words of the phrases that look back.</summary>
    public IReadOnlySet<string> Background =>
        field ??= BackgroundPhrases.Select(p => p.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
}
