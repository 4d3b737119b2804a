namespace Stemma.Model;

/// <summary>What the analysis step marked in one article. Every span lies in the article's text; lists are in text order.</summary>
public sealed record Analysis
{
    public required ArticleId Article { get; init; }

    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Denials, confirmations, refusals to comment.</summary>
    public IReadOnlyList<StatusSignal> Statuses { get; init; } = [];

    /// <summary>Denials and refusals in somebody's own words: “that never happened”, “we do not comment”.</summary>
    public IReadOnlyList<StatusSignal> OwnStands { get; init; } = [];

    /// <summary>Words that show reporting of the outlet's own.</summary>
    public IReadOnlyList<FirstHandSign> FirstHandSigns { get; init; } = [];

    public IReadOnlyList<DateExpression> Dates { get; init; } = [];

    public IReadOnlyList<Amount> Amounts { get; init; } = [];
}
