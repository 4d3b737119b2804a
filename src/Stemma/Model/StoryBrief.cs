namespace Stemma.Model;

/// <summary>
/// A story as a person reads it. Every text in it is verbatim from an article and named by <see cref="Evidence"/>; the only
/// words of ours are the explanations.
/// </summary>
public sealed record StoryBrief
{
    public required Story Story { get; init; }

    public required Lineage Lineage { get; init; }

    /// <summary>The account whose headline leads the story.</summary>
    public required ArticleId HeadlineOf { get; init; }

    public required Explanation HeadlineReason { get; init; }

    /// <summary>What accounts state, best supported first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Who denied, confirmed, declined.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>What was said, in its several wordings; those told by most accounts first.</summary>
    public required IReadOnlyList<Utterance> Utterances { get; init; }

    /// <summary>Outright conflicts first.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>What only one account has, the telling first.</summary>
    public required IReadOnlyList<OnlyIn> OnlyInOne { get; init; }

    /// <summary>What is yet to come, as accounts say it.</summary>
    public required IReadOnlyList<BriefLine> Next { get; init; }

    /// <summary>Why the news matters, where accounts say so.</summary>
    public IReadOnlyList<BriefLine> Matters { get; init; } = [];

    /// <summary>What happened when, by day.</summary>
    public required IReadOnlyList<TimelineEvent> Timeline { get; init; }

    public required IReadOnlyList<Person> People { get; init; }
}
