using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Benchmarks;

/// <summary>Reads many feeds again and again: CPU time and memory, beside the framework's own XML reader as a measure.</summary>
internal static class FeedBenchmark
{
    private const int Rounds = 7;

    /// <summary>Runs over the files of a folder, or over so many generated feeds.</summary>
    public static int Run(string input, TextWriter output)
    {
        var documents = Directory.Exists(input)
            ? Directory.EnumerateFiles(input).Order(StringComparer.Ordinal).Select(f => Document(f, null, File.ReadAllBytes(f))).ToList()
            : new FeedGenerator(int.Parse(input, CultureInfo.InvariantCulture)).Round(0).Select(f => Document(f.Url.Host, f.Url, f.Content)).ToList();
        var megabytes = documents.Sum(d => (double)d.Content.Length) / 1_048_576;
        var entries = Measure(output, "parse", megabytes, () => Parse(documents, shows: false));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents.Count} documents, {entries} entries, {megabytes:0.0} MB"));
        Measure(output, "parse and sanitise", megabytes, () => Parse(documents, shows: true));
        Measure(output, "XmlReader, elements and texts only", megabytes, () => ReadXml(documents));
        return 0;
    }

    private static FetchedDocument Document(string source, Uri? url, byte[] content) =>
        new() { Source = source, Url = url, Content = content, FetchedAt = DateTimeOffset.UnixEpoch };

    private static long Measure(TextWriter output, string name, double megabytes, Func<long> run)
    {
        List<double> seconds = [];
        long result = 0, allocated = 0;
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < Rounds; round++)
        {
            var (cpu, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
            result = run();
            process.Refresh();
            seconds.Add((process.TotalProcessorTime - cpu).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes() - bytes;
        }
        var warm = seconds.Skip(2).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {warm[warm.Count / 2]:0.000} CPU s warm (median of {warm.Count}, {warm[0]:0.000}-{warm[^1]:0.000}), {seconds[0]:0.000} cold, {megabytes / warm[warm.Count / 2]:0} MB/s, {allocated / 1_048_576} MB allocated"));
        return result;
    }

    private static long Parse(List<FetchedDocument> documents, bool shows)
    {
        var parser = new FeedParser();
        var sanitizer = new HtmlSanitizer();
        long found = 0;
        foreach (var document in documents)
        {
            foreach (var entry in parser.Parse(document).Feed?.Entries ?? [])
            {
                found++;
                foreach (var content in shows ? entry.Contents : [])
                {
                    found += content.ToHtml(sanitizer).Length == 0 ? 1 : 0;
                }
            }
        }
        return found;
    }

    private static long ReadXml(List<FetchedDocument> documents)
    {
        long texts = 0;
        foreach (var document in documents)
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(document.Content.Span)));
            try
            {
                while (reader.Read())
                {
                    texts += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 0;
                }
            }
            catch (XmlException)
            {
                // Not well-formed; that is why we have our own.
            }
        }
        return texts;
    }
}
