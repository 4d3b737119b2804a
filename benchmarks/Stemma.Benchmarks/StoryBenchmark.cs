using System.Diagnostics;
using System.Globalization;
using Stemma.Analyzing;
using Stemma.Briefing;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;

namespace Stemma.Benchmarks;

/// <summary>
/// How long it takes to trace and brief a story of 2 to 200 accounts. The accounts are made of the bundled samples: each takes a
/// seeded choice of paragraphs of one event's articles under an outlet name of its own.
/// </summary>
internal static class StoryBenchmark
{
    private const int Seed = 20261124;

    public static async Task<int> RunAsync(string samples, TextWriter output)
    {
        var outlets = OutletRegistry.LoadBuiltIn();
        var fetcher = new DocumentFetcher(() => Stream.Null, null, TimeProvider.System, new FetchOptions());
        var result = await new Pipeline(fetcher, outlets).RunAsync([samples], CancellationToken.None);
        var articles = result.Briefs[0].Story.Accounts.Select(a => a.Article).ToList();
        output.WriteLine("accounts  trace_ms  brief_ms  links  claims");
        foreach (var count in new[] { 2, 2, 10, 50, 200, 200 })
        {
            var story = Make(articles, count, outlets);
            var watch = Stopwatch.StartNew();
            var lineage = new LineageTracer(outlets).Trace(story);
            var traced = watch.Elapsed;
            var brief = new BriefWriter(outlets).Brief(story, lineage);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count,8}  {traced.TotalMilliseconds,8:0.0}  {(watch.Elapsed - traced).TotalMilliseconds,8:0.0}  {lineage.Links.Count,5}  {brief.Claims.Count,6}"));
        }
        return 0;
    }

    private static Story Make(List<Article> articles, int count, OutletRegistry outlets)
    {
        var random = new Random(Seed);
        var analyzer = new ArticleAnalyzer(outlets.With(articles.Select(a => a.Outlet).OfType<string>()));
        List<Account> accounts = [];
        for (var i = 0; i < count; i++)
        {
            var source = articles[i % articles.Count];
            var kept = source.Paragraphs.Where((_, p) => p == 0 || random.Next(4) > 0).Select(p => p.Of(source.Text)).ToList();
            var text = string.Join("\n\n", kept);
            List<TextSpan> paragraphs = [];
            foreach (var paragraph in kept)
            {
                var start = paragraphs.Count == 0 ? 0 : paragraphs[^1].End + 2;
                paragraphs.Add(new TextSpan(start, start + paragraph.Length));
            }
            var article = source with
            {
                Id = new ArticleId(ContentId.Of(i.ToString(CultureInfo.InvariantCulture), text)),
                Outlet = i < articles.Count ? source.Outlet : $"Outlet {i}",
                Via = null,
                Published = source.Published is { } at ? at with { At = at.At.AddMinutes(i) } : null,
                Text = text,
                Paragraphs = paragraphs,
            };
            accounts.Add(new Account
            {
                Article = article,
                Analysis = analyzer.Analyze(article),
                Assignment = new Explanation("benchmark", "Made.", null, []),
            });
        }
        return new Story(new StoryId(Seed), [.. accounts.OrderBy(a => a.Article.SortTime).ThenBy(a => a.Id)]);
    }
}
