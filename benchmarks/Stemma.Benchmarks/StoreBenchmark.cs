using System.Diagnostics;
using System.Globalization;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.Benchmarks;

/// <summary>
/// The store with many invented articles in it: how fast it fills, how large it gets, and how long the questions of the web reader
/// take at each size.
/// </summary>
internal static class StoreBenchmark
{
    private const int Rounds = 40;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fills a store and asks it at each tenth.</summary>
    /// <param name="articles">How many.</param>
    /// <param name="kept">A folder that stays when it is done; one that is filled already is only asked. Null for one of its own.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task<int> RunAsync(int articles, string? kept, TextWriter output)
    {
        var folder = kept is null ? Directory.CreateTempSubdirectory("stemma-bench") : Directory.CreateDirectory(kept);
        try
        {
            var store = SqliteStore.Open(Path.Combine(folder.FullName, "stemma.db"));
            await using (store.ConfigureAwait(false))
            {
                output.WriteLine("articles  CPU us/article  KB/article  working set MB  front p50/p95 ms  story p50/p95 ms  list p50/p95 ms  unread ms  search p50/p95 ms  best p50/p95 ms");
                var news = new InventedNews();
                if ((await store.HealthAsync().ConfigureAwait(false)).Articles is var there && there >= articles)
                {
                    var now = Start.AddMinutes(there + 1);
                    var stories = await store.StoriesSinceAsync(Start, now, 20_000).ConfigureAwait(false);
                    await AskAsync(store, news, (int)there, 0, [.. stories.Select(static s => s.Id)], folder.FullName, output).ConfigureAwait(false);
                    return 0;
                }
                await FillAndAskAsync(store, news, articles, output, folder.FullName).ConfigureAwait(false);
            }
            return 0;
        }
        finally
        {
            if (kept is null)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task FillAndAskAsync(SqliteStore store, InventedNews news, int articles, TextWriter output, string folder)
    {
        var process = Process.GetCurrentProcess();
        var block = Math.Max(2_000, articles / 10);
        var (done, story) = (0, 0);
        List<StoryId> stories = [];
        while (done < articles)
        {
            var cpu = TimeSpan.Zero;
            var from = done;
            while (done < Math.Min(articles, from + block))
            {
                // Made up outside the time taken.
                List<StoryBrief> briefs = [.. Enumerable.Range(story, 50).Select(n => news.Story(n, Start.AddMinutes(done)))];
                story += 50;
                var before = process.TotalProcessorTime;
                await SaveAsync(store, briefs, Start.AddMinutes(done)).ConfigureAwait(false);
                process.Refresh();
                cpu += process.TotalProcessorTime - before;
                done += briefs.Sum(static b => b.Story.Accounts.Count);
                stories.AddRange(briefs.Select(static b => b.Story.Id));
            }
            await AskAsync(store, news, done, cpu.TotalMicroseconds / (done - from), stories, folder, output).ConfigureAwait(false);
        }
    }

    private static async Task AskAsync(
        SqliteStore store, InventedNews news, int done, double cpu, List<StoryId> stories, string folder, TextWriter output)
    {
        var bytes = Directory.GetFiles(folder).Sum(static f => new FileInfo(f).Length);
        var now = Start.AddMinutes(done + 1);
        var random = new Random(done);
        var front = await TimeAsync(() => store.StoriesSinceAsync(now.AddDays(-2), now, 400)).ConfigureAwait(false);
        var brief = await TimeAsync(() => store.BriefAsync(stories[random.Next(stories.Count)])).ConfigureAwait(false);
        var list = await TimeAsync(() => store.ArticlesAsync(new ArticleFilter(), default)).ConfigureAwait(false);
        var unread = await TimeAsync(() => store.UnreadAsync(default)).ConfigureAwait(false);
        var newest = await TimeAsync(() => store.SearchAsync(SearchQueryReader.Read(QueryOf(news, random)))).ConfigureAwait(false);
        var best = await TimeAsync(() => store.SearchAsync(SearchQueryReader.Read(QueryOf(news, random)) with { ByRelevance = true })).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{done,8}  {cpu,14:0}  {bytes / 1024.0 / done,10:0.0}  {process.WorkingSet64 >> 20,14}  {front,16}  {brief,16}  {list,15}  {unread,9}  {newest,17}  {best,15}"));
        await output.FlushAsync().ConfigureAwait(false);
    }

    // One word of any frequency, or two.
    private static string QueryOf(InventedNews news, Random random) =>
        string.Join(' ', Enumerable.Range(0, 1 + random.Next(2)).Select(_ => news.AnyWord(random)));

    internal static async Task SaveAsync(SqliteStore store, List<StoryBrief> briefs, DateTimeOffset at)
    {
        await store.AcceptAsync([.. briefs.SelectMany(static b => b.Story.Accounts).Select(a => new Submission { Url = a.Article.Url, Title = a.Article.Title, WantsPage = true })], at).ConfigureAwait(false);
        await store.SaveReadingsAsync([.. briefs.Select(ToReading)], [], at).ConfigureAwait(false);
        foreach (var brief in briefs)
        {
            await store.SaveBriefAsync(brief, 1000).ConfigureAwait(false);
        }
    }

    private static Reading ToReading(StoryBrief brief) => new()
    {
        Task = new ReadTask
        {
            Seq = 0,
            Article = brief.Story.Accounts[0].Id,
            Document = new FetchedDocument { Source = "bench", Content = default, FetchedAt = default },
            Origin = DocumentOrigin.Page,
        },
        Articles = [.. brief.Story.Accounts.Select(a => new ReadArticle(a.Article, a.Analysis, new StoryAssignment(a.Id, brief.Story.Id, null, a.Assignment)))],
    };

    private static async Task<string> TimeAsync<T>(Func<ValueTask<T>> ask)
    {
        List<double> times = new(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask().ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[Rounds / 2]:0.0}/{times[(int)(Rounds * 0.95)]:0.0}");
    }
}
