using System.Diagnostics;
using System.Globalization;
using Stemma.Model;

namespace Stemma.Tests.Extraction;

/// <summary>
/// The long suite: real pages cut off and mutated. Runs where STEMMA_PAGES names a folder of pages, of which fifty are taken.
/// Every case has the seed of its own number, so a range runs alone: STEMMA_FIRST (0 unless told), STEMMA_CASES (100,000).
/// </summary>
public sealed class LongFuzzTests
{
    private const int Pages50 = 50;

    // Every byte of a page's beginning, where most states of the parser are met; beyond, this many cuts a page. All cuts of
    // fifty pages of 150 KB would take half a day.
    private const int EveryByteUntil = 2_000;
    private const int CutsBeyond = 300;

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b id=i>", "</b>", "<a href=\"", "\">", "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "</table>",
        "<select><option>", "<svg><title>", "<style>", "<template>", "<textarea>", "<plaintext>", "&#x110000;", "&amp", "<![CDATA[", "]]>", "<?xml", "\0", "\u00ad",
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":[", "<h1>", "<li><ul>", "<meta charset=utf-16>", "</", "<", "é", "\ud83d",
    ];

    [Fact]
    public void No_mutated_page_throws_hangs_or_swells()
    {
        var pages = RealPages();
        var first = Number("STEMMA_FIRST", 0);
        var watch = new Watch();
        for (var round = first; round < first + Number("STEMMA_CASES", 100_000); round++)
        {
            var random = new Random(round);
            watch.Extract($"case {round}", Mutate(pages[round % pages.Count], random));
        }
        watch.Judge();
    }

    [Fact]
    public void No_cut_page_throws_hangs_or_swells()
    {
        var watch = new Watch();
        foreach (var (page, number) in RealPages().Select((p, i) => (p, i)))
        {
            var step = Math.Max(1, (page.Length - EveryByteUntil) / CutsBeyond);
            for (var cut = 0; cut < page.Length; cut += cut < EveryByteUntil ? 1 : step)
            {
                watch.Extract($"page {number} cut at {cut}", page.AsSpan(0, cut).ToArray());
            }
        }
        watch.Judge();
    }

    private static byte[] Mutate(byte[] page, Random random)
    {
        List<byte> bytes = [.. random.Next(3) == 0 ? page.AsSpan(0, random.Next(page.Length)) : page.AsSpan()];
        for (var m = random.Next(60); m > 0 && bytes.Count > 0; m--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 << random.Next(12));
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] = (byte)"<>\"'&/= {}[]-!"[random.Next(14)];
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                default:
                    var piece = string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(200)));
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(piece));
                    break;
            }
        }
        return [.. bytes];
    }

    private static List<byte[]> RealPages()
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_PAGES");
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), "STEMMA_PAGES names no folder of pages.");
        return [.. Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Take(Pages50).Select(File.ReadAllBytes)];
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Extracts case after case and keeps the worst.</summary>
    private sealed class Watch
    {
        private int _cases;
        private string _slowest = "";
        private TimeSpan _time;

        public void Extract(string name, byte[] bytes)
        {
            // Processor time: on a machine that does other things, a case that waits for its turn is not slow.
            var before = Environment.CpuUsage.TotalTime;
            var result = Pages.Extract(bytes, "text/html");
            var time = Environment.CpuUsage.TotalTime - before;
            if (time > _time)
            {
                (_time, _slowest) = (time, name);
            }
            _cases++;
            Assert.True(result.Failure?.Kind != FailureKind.Bug, $"{name}: {result.Failure?.Message}");
            Assert.All(result.Articles, a => Assert.All(a.Paragraphs, p => Assert.True(p.Start >= 0 && p.End <= a.Text.Length && !p.IsEmpty, name)));
        }

        public void Judge()
        {
            using var process = Process.GetCurrentProcess();
            var peak = process.PeakWorkingSet64 / 1048576;
            TestContext.Current.TestOutputHelper?.WriteLine($"{_cases} cases, slowest {_time.TotalSeconds:0.00} s ({_slowest}), peak {peak} MB");
            Assert.True(_time.TotalSeconds < 2, $"slowest {_time} ({_slowest})");
            Assert.True(peak < 512, $"peak {peak} MB");
        }
    }
}
