using System.Diagnostics;
using System.Globalization;
using Stemma.Model;

namespace Stemma.Tests.Extraction;

/// <summary>
/// The long suite: real pages cut off anywhere and mutated. Runs where STEMMA_PAGES names a folder of pages; STEMMA_CASES
/// says how many cases (100,000 unless told).
/// </summary>
public sealed class LongFuzzTests
{
    [Fact]
    public void No_cut_or_mutated_page_throws_hangs_or_swells()
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_PAGES");
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), "STEMMA_PAGES names no folder of pages.");
        var cases = int.Parse(Environment.GetEnvironmentVariable("STEMMA_CASES") ?? "100000", CultureInfo.InvariantCulture);
        var pages = Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Take(50).Select(File.ReadAllBytes).ToList();
        var random = new Random(1);
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < cases; round++)
        {
            var page = pages[round % pages.Count];
            var bytes = page.AsSpan(0, random.Next(page.Length)).ToArray();
            for (var m = round % 2 == 0 ? 0 : random.Next(200); m > 0 && bytes.Length > 0; m--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "<>\"'&/= {}[]-!"[random.Next(14)]);
            }
            var clock = Stopwatch.StartNew();
            var result = Pages.Extract(bytes, "text/html");
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            Assert.True(result.Failure?.Kind != FailureKind.Bug, $"case {round}: {result.Failure?.Message}");
        }
        Assert.True(slowest.TotalSeconds < 2, $"slowest {slowest}");
        using var process = Process.GetCurrentProcess();
        Assert.True(process.PeakWorkingSet64 < 512L * 1024 * 1024, $"peak {process.PeakWorkingSet64 / 1048576} MB");
    }
}
