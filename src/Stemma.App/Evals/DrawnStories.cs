using System.Text.Json;
using Stemma.Analyzing;
using Stemma.Briefing;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;
using static Stemma.App.Evals.GoldJson;

namespace Stemma.App.Evals;

/// <summary>
/// Stories drawn at random from labelled streams: events with all their articles, and now and then articles thrown together
/// that have nothing to do with one another, as a wrong cluster would. Events annotated for reporting are left out.
/// </summary>
internal sealed class DrawnStories
{
    /// <summary>The files that are drawn from.</summary>
    public static readonly IReadOnlyList<string> Files = ["allsides.jsonl", "allsides2021.jsonl", "basil.jsonl", "ecbplus.jsonl"];

    private const int Seed = 20261124;
    private const int ThrownTogetherOneIn = 5;
    private const int MostAccounts = 12;

    private readonly OutletRegistry _outlets = OutletRegistry.LoadBuiltIn();

    /// <summary>The briefs of so many stories; empty where the files are not at hand.</summary>
    /// <param name="folder">Folder of the labelled streams.</param>
    /// <param name="count">How many stories.</param>
    public IEnumerable<StoryBrief> Draw(string folder, int count)
    {
        if (Files.Any(f => !File.Exists(Path.Combine(folder, f))))
        {
            yield break;
        }
        // What is kept for reporting must not be looked at.
        var reported = AnnotatedIds("test");
        var events = Files.SelectMany(f => LabelledStream.Read(new DirectoryInfo(folder), f, null))
            .GroupBy(a => a.Story, a => a.Article, StringComparer.Ordinal)
            .Where(g => g.Key is not null && g.Count() > 1 && !g.Any(a => reported.Contains(a.Source)))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.ToList()).ToList();
        var random = new Random(Seed);
        for (var i = 0; i < count && events.Count > 0; i++)
        {
            var drawn = random.Next(ThrownTogetherOneIn) == 0
                ? Enumerable.Range(0, random.Next(2, 6)).Select(_ => events[random.Next(events.Count)][0]).ToList()
                : events[random.Next(events.Count)];
            yield return Brief([.. drawn.Take(MostAccounts).DistinctBy(a => a.Id)]);
        }
    }

    /// <summary>The briefs of every event of the files that are at hand, once each, none of those annotated.</summary>
    /// <param name="folder">Folder of labelled streams, or of a part of them.</param>
    public IEnumerable<StoryBrief> All(string folder)
    {
        var annotated = AnnotatedIds("");
        return Files.Where(f => File.Exists(Path.Combine(folder, f)))
            .SelectMany(f => LabelledStream.Read(new DirectoryInfo(folder), f, null))
            .GroupBy(a => a.Story, a => a.Article, StringComparer.Ordinal)
            .Where(g => g.Key is not null && g.Count() > 1 && !g.Any(a => annotated.Contains(a.Source)))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Brief([.. g.Take(MostAccounts).DistinctBy(a => a.Id)]));
    }

    private StoryBrief Brief(List<Article> articles)
    {
        var known = _outlets.With(articles.Select(a => a.Outlet).OfType<string>());
        var analyzer = new ArticleAnalyzer(known);
        var story = new Story(
            new StoryId(articles[0].Id.Value),
            [
                .. articles.OrderBy(a => a.SortTime).ThenBy(a => a.Id).Select(a => new Account
                {
                    Article = a,
                    Analysis = analyzer.Analyze(a),
                    Assignment = new Explanation("eval.drawn", "Drawn at random.", null, []),
                }),
            ]);
        return new BriefWriter(known).Brief(story, new LineageTracer(known).Trace(story));
    }

    private static HashSet<string> AnnotatedIds(string split)
    {
        var folder = Path.Combine("evals", "stories");
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            if (Word(json.RootElement, "split").StartsWith(split, StringComparison.Ordinal))
            {
                ids.UnionWith(Each(json.RootElement, "articles").Select(a => Word(a, "id")));
            }
        }
        return ids;
    }
}
