using Stemma.Analyzing;
using Stemma.Briefing;
using Stemma.Clustering;
using Stemma.Extraction;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;

namespace Stemma;

/// <summary>
/// The seven steps, in order. Start reading here: docs, folders and log messages repeat these numbers.
/// </summary>
/// <remarks>
/// The steps themselves are pure: what they take goes in, what they give comes out. This class alone knows their order,
/// carries the results from one to the next, and keeps one bad item from stopping the rest.
/// </remarks>
public sealed class Pipeline(DocumentFetcher fetcher, OutletRegistry outlets)
{
    /// <summary>Told of each step as it begins, with how many items it has; for progress.</summary>
    public Action<string, int>? Progress { get; init; }

    /// <summary>
    /// Runs all steps in memory. The result depends on the articles alone: neither on the order of the inputs nor on the
    /// clock. Cost is near linear in the length of the texts, and quadratic in the accounts of one story.
    /// </summary>
    /// <param name="inputs">Paths, folders, addresses, or <c>-</c>.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task<PipelineResult> RunAsync(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        // 1. Fetch: addresses, files, folders -> documents.
        List<FetchedDocument> documents = [];
        List<ItemFailure> failures = [];
        var fetched = 0;
        await foreach (var outcome in fetcher.FetchAsync(inputs, cancellationToken).ConfigureAwait(false))
        {
            Progress?.Invoke("fetch", ++fetched);
            if (outcome.Document is { } document)
            {
                documents.Add(document);
            }
            else
            {
                failures.Add(outcome.Failure!);
            }
        }

        // 2. Extract: document -> article(s). The outlets and wires the pages name are known to the steps that follow.
        var articles = ExtractAll(documents, failures, cancellationToken);
        var known = outlets.With(articles.Select(a => a.Outlet).OfType<string>()).With(articles.Select(a => a.Via).OfType<string>());

        // 3. Analyze: article -> analysis.
        var analyzer = new ArticleAnalyzer(known);
        Progress?.Invoke("analyze", articles.Count);
        List<(Article Article, Analysis Analysis)> read = [];
        foreach (var article in articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Add((article, analyzer.Analyze(article)));
        }

        // 4. Cluster: articles, in order of time -> stories.
        Progress?.Invoke("cluster", articles.Count);
        var stories = new StoryBuilder(new StoryClusterer()).Build(read);

        // 5. Trace: story -> lineage.   6. Brief: story and lineage -> brief.
        var tracer = new LineageTracer(known);
        var writer = new BriefWriter(known);
        List<StoryBrief> briefs = [];
        foreach (var story in stories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Progress?.Invoke("trace and brief", briefs.Count + 1);
            briefs.Add(writer.Brief(story, tracer.Trace(story)));
        }

        // 7. Serve: the caller shows the briefs, as text, JSON or a page.
        return new PipelineResult(
            [.. briefs
                .OrderByDescending(b => b.Story.Accounts.Count)
                .ThenByDescending(b => b.Story.Accounts.Max(a => a.Article.Time?.At.UtcTicks ?? 0))
                .ThenBy(b => b.Story.Id)],
            [.. failures.OrderBy(f => f.Source, StringComparer.Ordinal)],
            fetched);
    }

    // Sorted by time, then id, and each article once, so that nothing later depends on the order of the inputs.
    private List<Article> ExtractAll(
        List<FetchedDocument> documents, List<ItemFailure> failures, CancellationToken cancellationToken)
    {
        var extractor = new ArticleExtractor(outlets);
        Progress?.Invoke("extract", documents.Count);
        SortedDictionary<(Moment, ArticleId), Article> articles = [];
        var memory = new HostMemory();
        List<IReadOnlyList<Article>> pages = [];
        foreach (var document in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = extractor.Extract(document);
            if (result.Failure is { } failure)
            {
                failures.Add(failure);
            }
            memory.Observe(result.Articles);
            pages.Add(result.Articles);
        }
        foreach (var page in pages)
        {
            // What a host repeats on several pages of this run is no text of any of them.
            foreach (var article in page.Select(memory.Clean))
            {
                var key = (article.SortTime, article.Id);
                if (!articles.TryGetValue(key, out var same)
                    || string.CompareOrdinal(article.Source, same.Source) < 0)
                {
                    articles[key] = article;
                }
            }
        }
        return [.. articles.Values];
    }
}
