using System.Text.Json;
using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Evals.Quotes;

/// <summary>The articles of a labelled set with what the analysis marks in them.</summary>
internal static class AnalyzedSet
{
    /// <summary>Articles of a file of JSON lines with <c>id</c>, <c>text</c> and, where it has them, <c>publisher</c>
    /// and <c>date</c>.</summary>
    public static IReadOnlyList<ArticleInput> Read(string file, string language)
    {
        List<ArticleInput> articles = [];
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            articles.Add(new ArticleInput
            {
                Id = json.RootElement.GetProperty("id").GetString(),
                Text = json.RootElement.GetProperty("text").GetString(),
                Lang = language,
                Outlet = json.RootElement.TryGetProperty("publisher", out var publisher) ? publisher.GetString() : null,
                Published = json.RootElement.TryGetProperty("date", out var date) ? date.GetString() : null,
            });
        }
        return articles;
    }

    /// <summary>The analyses by article id; the articles lend one another full names as <c>stemma analyze</c>
    /// does.</summary>
    public static IReadOnlyDictionary<string,
        Analysis> Analyze(IReadOnlyList<ArticleInput> articles, AttributionModel? tagger = null)
    {
        var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn()) { Tagger = tagger };
        var analyses = articles.Select(a => (Id: a.Id ?? "", Analysis: analyzer.Analyze(a.ToArticle()))).ToList();
        var names = new SharedNames();
        analyses.ForEach(a => names.Add(a.Analysis));
        return analyses.ToDictionary(a => a.Id, a => names.Complete(a.Analysis), StringComparer.Ordinal);
    }

    /// <summary>The quotes between marks.</summary>
    public static IReadOnlyList<QuoteItem> Quotes(Analysis analysis) =>
        [.. analysis.Quotes.Where(q => q.Form != QuoteForm.Indirect).Select(q => new QuoteItem
        {
            Parts = [q.Span], Speaker = q.Speaker, SpeakerSpan = q.SpeakerSpan, CueSpan = q.CueSpan,
                Form = q.Form.ToString().ToLowerInvariant(),
        })];

    /// <summary>All that is laid to somebody, one item a turn.</summary>
    public static IReadOnlyList<QuoteItem> Attributions(Analysis analysis) =>
        [.. AttributionOutput.Of(analysis.Quotes).Select(a => new QuoteItem
        {
            Parts = [.. a.Parts.Select(p => new TextSpan(p[0], p[1]))], Speaker = a.Speaker, Form = a.Form,
            SpeakerSpan = a.SpeakerSpan is [var s, var e] ? new TextSpan(s, e) : null,
            CueSpan = a.CueSpan is [var cs, var ce] ? new TextSpan(cs, ce) : null,
        })];
}
