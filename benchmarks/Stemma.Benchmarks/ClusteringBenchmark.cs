using System.Globalization;
using System.Security.Cryptography;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.Benchmarks;

/// <summary>
/// Throughput and memory of the clustering step against the length of the stream. The articles are invented as features,
/// so that only the step is measured: words drawn by Zipf's law, and for each event some words and names of its own.
/// </summary>
internal static class ClusteringBenchmark
{
    private const int ArticlesPerDay = 20_000;
    private const int Vocabulary = 200_000;
    private const int BodyTerms = 220;
    private const int EventTerms = 40;
    private const int EventNames = 10;
    private const int OpenEvents = 8_000;

    private const int Block = 500;
    private static readonly int[] Told = [10_000, 20_000, 50_000, 100_000, 150_000, 200_000, 250_000];

    /// <summary>Over invented articles.</summary>
    public static int Run(int articles, TextWriter output)
    {
        var random = new Random(1);
        var events = Enumerable.Range(0, OpenEvents).Select(_ => new Event(random)).ToArray();
        return Run(articles, number => WithoutText(Invent(number, events, random)), output);
    }

    /// <summary>Over labelled texts again and again under changed names.</summary>
    public static int Run(int articles, string folder, TextWriter output)
    {
        var texts = new RepeatedTexts(folder, new StoryClusterer(), ArticlesPerDay);
        GC.Collect();
        output.WriteLine($"of the managed memory the texts take {GC.GetTotalMemory(true) >> 20} MB");
        return Run(articles, texts.Next, output);
    }

    private static int Run(int articles, Func<int, (Article Article, ArticleFeatures Features)> next, TextWriter output)
    {
        // As over a store: what is closed is let go of, and moves are taken now and then.
        var clusterer = new StoryClusterer(new ClusteringOptions { ForgetsClosed = true });
        var (spent, since) = (TimeSpan.Zero, 0);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        output.WriteLine("articles  us/article  articles/s  working set MB  managed MB  open  stories");
        for (var done = 0; done < articles;)
        {
            // A block at a time, so that the inputs take no memory to speak of.
            var batch = Enumerable.Range(done, Block).Select(next).ToList();
            List<StoryAssignment> assigned = new(Block);
            var before = Environment.CpuUsage.TotalTime;
            foreach (var (article, features) in batch)
            {
                assigned.Add(clusterer.Cluster(article, features));
            }
            var moved = clusterer.TakeMoved();
            clusterer.TakeToArchive();
            spent += Environment.CpuUsage.TotalTime - before;
            (done, since) = (done + Block, since + Block);
            foreach (var assignment in assigned.Concat(moved))
            {
                digest.AppendData(BitConverter.GetBytes(assignment.Article.Value));
                digest.AppendData(BitConverter.GetBytes(assignment.Story.Value));
            }
            if (Told.Contains(done) || done % 100_000 == 0 || done >= articles)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{done,8}  {spent.TotalMicroseconds / since,10:0}  {since / spent.TotalSeconds,10:0}  {Environment.WorkingSet >> 20,14}  {GC.GetTotalMemory(false) >> 20,10}  {clusterer.OpenArticles}  {Convert.ToHexStringLower(digest.GetCurrentHash())[..12]}"));
                output.Flush();
                (spent, since) = (TimeSpan.Zero, 0);
            }
        }
        return 0;
    }

    private static (Article, ArticleFeatures) WithoutText(ArticleFeatures features) =>
        (new Article { Id = features.Id, Source = "-", Text = "" }, features);

    private static ArticleFeatures Invent(int number, Event[] events, Random random)
    {
        // Few events have many accounts; each day some events end and others begin.
        var place = (int)(Math.Pow(random.NextDouble(), 3) * events.Length);
        if (random.Next(6) == 0)
        {
            events[place] = new Event(random);
        }
        var told = events[place];
        Dictionary<uint, int> body = [];
        for (var i = 0; i < BodyTerms; i++)
        {
            body[WordOf(random)] = 1;
        }
        foreach (var term in told.Terms)
        {
            if (random.Next(3) > 0)
            {
                body[term] = 1 + random.Next(4);
            }
        }
        var terms = body.Select(b => new ArticleTerm(b.Key, b.Value, default)).ToList();
        List<ArticleTerm> names = [.. told.Names.Where(_ => random.Next(4) > 0).Select(n => new ArticleTerm(n, 1 + random.Next(3), default))];
        return new ArticleFeatures
        {
            Id = new ArticleId(number + 1),
            Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays((double)number / ArticlesPerDay),
            Outlet = (uint)random.Next(1, 500),
            Address = (uint)number + 1,
            Body = terms,
            Lead = [.. terms.Take(90)],
            Names = names,
            // Some of the event, some of anything: numbers that all share would make all events one.
            Numbers = [.. told.Terms.Take(4).Select(static t => t ^ 0x3333).Concat(Enumerable.Range(0, 4).Select(_ => (uint)random.Next(20_000)))
                .Distinct().Select(static n => new ArticleTerm(n, 1, default))],
            Title = [.. terms.Skip(terms.Count - 8)],
            Sounds = [.. terms.Take(80).Select(t => t with { Term = t.Term ^ 0x5555 })],
            Ideas = [],
            Language = 1,
            Shingles = [.. Enumerable.Range(0, 64).Select(_ => (uint)random.Next()).Order()],
            Weekdays = 1,
        };
    }

    private static uint WordOf(Random random) =>
        (uint)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) * 2654435761u;

    private sealed class Event(Random random)
    {
        public uint[] Terms { get; } = [.. Enumerable.Range(0, EventTerms).Select(_ => WordOf(random) + 1).Distinct()];

        public uint[] Names { get; } = [.. Enumerable.Range(0, EventNames).Select(_ => WordOf(random) + 2).Distinct()];
    }
}
