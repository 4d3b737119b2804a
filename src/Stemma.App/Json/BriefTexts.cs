using System.Text.Json;
using Stemma.Model;

namespace Stemma.App.Json;

/// <summary>Puts the words to the spans of one story, for its JSON.</summary>
internal sealed class BriefTexts
{
    private readonly Dictionary<ArticleId, Article> _articles = [];

    public BriefTexts(StoryBrief brief)
    {
        foreach (var account in brief.Story.Accounts)
        {
            foreach (var version in account.EarlierVersions)
            {
                _articles.TryAdd(version.Id, version);
            }
            _articles[account.Id] = account.Article;
        }
    }

    public Article? ArticleOf(ArticleId id) => _articles.GetValueOrDefault(id);

    public BriefEvidenceJson Json(Evidence evidence) =>
        new(evidence.Article.ToString(), evidence.Span.Start, evidence.Span.End, Text(evidence.Article, evidence.Span));

    public BriefEvidenceJson[] Json(IEnumerable<Evidence> evidence) => [.. evidence.Select(Json)];

    public BriefExplanationJson Json(Explanation explanation) => new(
        explanation.Rule,
        explanation.Text,
        explanation.Figure is { } figure && double.IsFinite(figure) ? Math.Round(figure, 4) : null,
        Json(explanation.Evidence));

    public BriefSpanJson Json(ArticleId article, TextSpan span) => new(span.Start, span.End, Text(article, span));

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private string Text(ArticleId article, TextSpan span) =>
        ArticleOf(article) is { } from && span.Start >= 0 && span.End <= from.Text.Length && span.Start <= span.End
            ? span.Of(from.Text)
            : "";
}
