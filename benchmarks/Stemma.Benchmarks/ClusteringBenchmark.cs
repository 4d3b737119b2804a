using System.Diagnostics;
using System.Globalization;
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

    public static int Run(int articles, TextWriter output)
    {
        var clusterer = new StoryClusterer();
        var random = new Random(1);
        var events = Enumerable.Range(0, OpenEvents).Select(_ => new Event(random)).ToArray();
        var process = Process.GetCurrentProcess();
        var block = Math.Min(10_000, articles / 2);
        var spent = TimeSpan.Zero;
        output.WriteLine("articles  us/article  articles/s  working set MB  managed MB");
        for (var start = 0; start < articles; start += block)
        {
            var batch = Enumerable.Range(start, block).Select(i => Invent(i, events, random)).ToList();
            var before = process.TotalProcessorTime;
            foreach (var features in batch)
            {
                clusterer.Cluster(new Article { Id = features.Id, Source = "-", Text = "" }, features);
            }
            process.Refresh();
            spent = process.TotalProcessorTime - before;
            if (start + block <= 10 * block || (start + block) % (10 * block) == 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{start + block,8}  {spent.TotalMicroseconds / block,10:0}  {block / spent.TotalSeconds,10:0}  {process.WorkingSet64 >> 20,14}  {GC.GetTotalMemory(true) >> 20,10}"));
            }
        }
        return 0;
    }

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
        var names = told.Names.Where(_ => random.Next(4) > 0).Select(n => new ArticleTerm(n, 1 + random.Next(3), default)).ToList();
        return new ArticleFeatures
        {
            Id = new ArticleId(number + 1),
            Time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays((double)number / ArticlesPerDay),
            Outlet = (uint)random.Next(1, 500),
            Address = (uint)number + 1,
            Body = terms,
            Lead = [.. terms.Take(90)],
            Names = names,
            Numbers = [.. terms.Take(8)],
            Title = [.. terms.Skip(terms.Count - 8)],
            Sounds = [.. terms.Take(80).Select(t => t with { Term = t.Term ^ 0x5555 })],
            Language = 1,
            Shingles = [.. Enumerable.Range(0, 64).Select(_ => (uint)random.Next()).Order()],
            Weekdays = 1,
        };
    }

    private static uint WordOf(Random random) =>
        (uint)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) * 2654435761u;

    private sealed class Event(Random random)
    {
        public uint[] Terms { get; } = [.. Enumerable.Range(0, EventTerms).Select(_ => WordOf(random) + 1)];

        public uint[] Names { get; } = [.. Enumerable.Range(0, EventNames).Select(_ => WordOf(random) + 2)];
    }
}
