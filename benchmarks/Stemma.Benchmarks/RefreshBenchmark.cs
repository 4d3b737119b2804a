using System.Globalization;
using Stemma.Fetching;

namespace Stemma.Benchmarks;

/// <summary>
/// How often feeds of different habits are asked and how late their news is found, over four invented weeks: the figures behind
/// <see cref="RefreshOptions"/>. The habits are drawn by a seeded generator; the same options give the same table.
/// </summary>
internal static class RefreshBenchmark
{
    private static readonly DateTimeOffset Start = new(2030, 1, 7, 0, 0, 0, TimeSpan.Zero);
    private const int Days = 28;
    private const int Shown = 25;

    public static int Run(TextWriter output)
    {
        output.WriteLine("asks per posting 3, 6, 12: requests a day / minutes late on the average; and a fixed 30 minutes");
        foreach (var (name, postings) in Habits())
        {
            double[] shares = [3, 6, 12];
            var cells = shares
                .Select(share => new RefreshSchedule(new RefreshOptions { AsksPerPosting = share }))
                .Select(s => Simulate(postings, (at, shown) => s.Next(new RefreshState(name, at) { EntryTimes = shown }).At!.Value))
                .Append(Simulate(postings, static (at, _) => at.AddMinutes(30)))
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.AsksADay,6:0.0} / {f.MinutesLate,5:0}"));
            output.WriteLine($"{name,-34}{string.Join("   ", cells)}");
        }
        return 0;
    }

    private static (double AsksADay, double MinutesLate) Simulate(
        List<DateTimeOffset> postings, Func<DateTimeOffset, List<DateTimeOffset>, DateTimeOffset> next)
    {
        var (asks, late, found, seen) = (0, 0.0, 0, 0);
        var end = Start.AddDays(Days);
        // The first week teaches the pace and is not counted.
        for (var at = Start.AddDays(1); at < end; at = next(at, postings.Where(p => p <= at).TakeLast(Shown).ToList()))
        {
            var counts = at >= Start.AddDays(7);
            asks += counts ? 1 : 0;
            for (; seen < postings.Count && postings[seen] <= at; seen++)
            {
                if (counts)
                {
                    late += (at - postings[seen]).TotalMinutes;
                    found++;
                }
            }
        }
        return (asks / (Days - 7.0), found == 0 ? 0 : late / found);
    }

    private static IEnumerable<(string Name, List<DateTimeOffset> Postings)> Habits()
    {
        yield return ("agency, every 4 minutes", Poisson(4, static _ => 1));
        yield return ("daily paper, 60 a day, quiet nights", Poisson(8, static t => t.Hour is >= 7 and < 23 ? 0.5 : 0.05));
        yield return ("paper, 12 a day in working hours", Poisson(20, static t => t.Hour is >= 9 and < 18 && t.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? 0.45 : 0.02));
        yield return ("two a day", Poisson(720, static _ => 1));
        yield return ("twenty at six every morning", [.. Enumerable.Range(0, Days).SelectMany(d => Enumerable.Range(0, 20).Select(i => Start.AddDays(d).AddHours(6).AddSeconds(i * 3)))]);
        yield return ("one a week", Poisson(10_080, static _ => 1));
        yield return ("silent since the first day", [Start.AddHours(3), Start.AddHours(9)]);
    }

    // Postings of a Poisson process of so many minutes between two, thinned by the hour (Lewis and Shedler 1979).
    private static List<DateTimeOffset> Poisson(double minutes, Func<DateTimeOffset, double> share)
    {
        var random = new Random(17);
        List<DateTimeOffset> postings = [];
        for (var at = Start; at < Start.AddDays(Days);)
        {
            at = at.AddMinutes(-minutes * Math.Log(1 - random.NextDouble()));
            if (random.NextDouble() < share(at))
            {
                postings.Add(at);
            }
        }
        return postings;
    }
}
