using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stemma.App.Evals;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.Benchmarks;

/// <summary>
/// What the stories of labelled streams come out as, as one short hash each, and the time of the step alone: a change that only
/// makes it faster leaves every hash as it was.
/// </summary>
internal static class StoryDigestBenchmark
{
    private static readonly (string File, string? Between)[] Streams =
        [("allsides.jsonl", "allsides.background.docs.jsonl"), ("ecbplus.jsonl", null), ("uci_titles.jsonl", null), ("basil.jsonl", null), ("allsides2021.jsonl", null)];

    public static int Run(string folder, TextWriter output)
    {
        output.WriteLine("stream  articles  online  explanations  final  us/article  settling ms");
        foreach (var (file, between) in Streams)
        {
            var clusterer = new StoryClusterer();
            var stream = LabelledStream.Read(new DirectoryInfo(folder), file, between).Select(a => a.Article).ToList();
            var read = stream.ConvertAll(a => (Article: a, Features: clusterer.Read(a)));
            var process = Process.GetCurrentProcess();
            var start = process.TotalProcessorTime;
            var online = read.ConvertAll(a => clusterer.Cluster(a.Article, a.Features));
            process.Refresh();
            var middle = process.TotalProcessorTime;
            var final = clusterer.Settle();
            process.Refresh();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{file}  {stream.Count}  {Digest(online, Place)}  {Digest(online, static a => a.Explanation.Text)}  {Digest(final, Place)}  {(middle - start).TotalMicroseconds / stream.Count:0}  {(process.TotalProcessorTime - middle).TotalMilliseconds:0}"));
        }
        return 0;
    }

    private static string Place(StoryAssignment assignment) => $"{assignment.Article} {assignment.Story} {assignment.VersionOf}";

    private static string Digest(IEnumerable<StoryAssignment> assignments, Func<StoryAssignment, string> line) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', assignments.Select(line)))))[..12];
}
