using Stemma.App.Ui;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>What <c>stemma explain --json</c> prints.</summary>
internal sealed record ExplainJson(string Id, string Kind, string Title, string Story, IReadOnlyList<ExplainPartJson> Parts)
{
    private const int ContextChars = 120;

    public static ExplainJson From(ExplainedItem item) => new(
        item.Id,
        item.Kind.Replace(' ', '_'),
        item.Title,
        item.Story.Brief.Story.Id.ToString(),
        [.. item.Parts.Select(p => new ExplainPartJson(
            p.Label,
            p.Explanation?.Rule,
            p.Explanation?.Text,
            p.Explanation?.Figure is { } figure && double.IsFinite(figure) ? Math.Round(figure, 4) : null,
            [.. p.Evidence.Select(e => Passage(item.Story, e)).OfType<ExplainPassageJson>()]))]);

    private static ExplainPassageJson? Passage(StoryReading story, Evidence evidence)
    {
        if (story.ArticleOf(evidence.Article) is not { } article)
        {
            return null;
        }
        var passage = Ui.Passage.Of(article, evidence.Span, ContextChars);
        return new ExplainPassageJson(
            article.Id.ToString(), article.OutletLabel, article.Title, article.Url?.AbsoluteUri,
            evidence.Span.Start, evidence.Span.End, passage.Before, passage.Words, passage.After);
    }
}

/// <summary>One judgement, or the words of one part.</summary>
internal sealed record ExplainPartJson(
    string Label, string? Rule, string? Text, double? Figure, IReadOnlyList<ExplainPassageJson> Evidence);

/// <summary>A passage with its place and context.</summary>
internal sealed record ExplainPassageJson(
    string Article, string Outlet, string Title, string? Url, int Start, int End, string Before, string Text, string After);
