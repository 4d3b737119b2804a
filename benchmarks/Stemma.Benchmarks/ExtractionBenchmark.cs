using System.Diagnostics;
using System.Globalization;
using Stemma.Extraction;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Benchmarks;

/// <summary>
/// Pages per second of the extraction step on one core, over a folder of pages held in memory, the best of several rounds
/// after warm-up; and beside it Readability.js on linkedom in the same run, where node and the packages of
/// <c>benchmarks/extraction</c> are installed.
/// </summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 8;

    /// <summary>Runs it on the <c>.html</c> files of a folder.</summary>
    /// <returns>0 if run, 2 if the folder holds no pages.</returns>
    public static int Run(string folder, TextWriter output)
    {
        var pages = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList() : [];
        if (pages.Count == 0)
        {
            output.WriteLine($"No pages in {folder}.");
            return 2;
        }
        var extractor = new ArticleExtractor(OutletRegistry.LoadBuiltIn());
        var best = TimeSpan.MaxValue;
        var characters = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            characters = 0;
            var clock = Stopwatch.StartNew();
            foreach (var page in pages)
            {
                var document = new FetchedDocument
                {
                    Source = "-", Content = page, MediaType = "text/html", FetchedAt = TimeProvider.System.GetUtcNow(),
                };
                characters += extractor.Extract(document).Articles.Sum(a => (long)a.Text.Length);
            }
            best = round > 1 && clock.Elapsed < best ? clock.Elapsed : best;
        }
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"stemma {pages.Count / best.TotalSeconds:0.0} pages/s, {characters} characters, peak {process.PeakWorkingSet64 / 1048576} MB"));
        RunReadability(folder, output);
        return 0;
    }

    private static void RunReadability(string folder, TextWriter output)
    {
        var script = Path.Combine("benchmarks", "extraction", "readability.mjs");
        if (!Directory.Exists(Path.Combine("benchmarks", "extraction", "node_modules")))
        {
            output.WriteLine("readability.js left out: run npm install in benchmarks/extraction, and this from the repository's root.");
            return;
        }
        using var process = Process.Start(new ProcessStartInfo("node", [script, folder]) { RedirectStandardOutput = true });
        output.Write(process?.StandardOutput.ReadToEnd());
        process?.WaitForExit();
    }
}
