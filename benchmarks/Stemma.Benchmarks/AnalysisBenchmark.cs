using System.Diagnostics;
using System.Globalization;
using Stemma.Analyzing;
using Stemma.App.Evals.Quotes;
using Stemma.App.Json;
using Stemma.Outlets;

namespace Stemma.Benchmarks;

/// <summary>
/// How many articles a core analyses in a second, and how long a line of one megabyte takes: <c>analysis FILE</c>, where the file holds
/// JSON lines of articles.
/// </summary>
internal static class AnalysisBenchmark
{
    private const int Rounds = 5;

    public static int Run(string file)
    {
        var articles = AnalyzedSet.Read(file, "en").Select(a => a.ToArticle()).ToList();
        var words = articles.Sum(a => a.Text.Split(' ').Length);
        var clock = Stopwatch.StartNew();
        var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn());
        _ = analyzer.Analyze(articles[0]);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first article, lists and model included: {clock.ElapsedMilliseconds} ms"));
        // processor time, so that what else runs on the machine does not count
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var article in articles)
            {
                _ = analyzer.Analyze(article);
            }
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round + 1}: {articles.Count / seconds:0} articles/s, {words / seconds:0} words/s, {words / seconds / 800:0} articles of 800 words/s"));
        }
        var reading = Environment.CpuUsage.TotalTime;
        var reader = analyzer.LanguageFor(articles[0]);
        foreach (var article in articles)
        {
            _ = reader.Read(article);
        }
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of this, tokens, sentences and parts of speech: {(Environment.CpuUsage.TotalTime - reading).TotalSeconds / articles.Count * 1000:0.0} ms an article"));
        var sentence = "The Harbour Times reported on Friday that the mayor, Ingrid Solberg, said “the pier is sold” to reporters. ";
        var line = new ArticleInput { Id = "line", Lang = "en", Text = string.Concat(Enumerable.Repeat(sentence, 1_000_000 / sentence.Length)) }.ToArticle();
        clock.Restart();
        _ = analyzer.Analyze(line);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one line of 1 MB: {clock.ElapsedMilliseconds} ms"));
        return 0;
    }
}
