using System.Diagnostics;
using System.Globalization;
using Stemma.App.Commands;

namespace Stemma.Benchmarks;

/// <summary>
/// <c>stemma reuse</c> over an archive of invented texts, of which a third carry a part of an earlier one, somewhat edited: time,
/// memory, and how many of the copies made are found.
/// </summary>
internal static class ReuseBenchmark
{
    private const int Vocabulary = 60_000;
    private const int RecentTexts = 3000;

    public static int Run(int texts, TextWriter output)
    {
        var copies = new HashSet<(int, int)>();
        using var input = new TextLines(Lines(texts, copies).GetEnumerator());
        using var found = new PairWriter();
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        ReuseCommand.Run(input, found, TextWriter.Null);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{texts} texts, {copies.Count} copies made: {copies.Count(found.Pairs.Contains)} found, {found.Pairs.Count} pairs in all; {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of CPU, {watch.Elapsed.TotalSeconds:0.0} s, working set at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;
    }

    private static IEnumerable<string> Lines(int texts, HashSet<(int, int)> copies)
    {
        var random = new Random(3);
        List<string[]> recent = [];
        for (var i = 0; i < texts; i++)
        {
            List<string> words = [.. Enumerable.Range(0, 150 + random.Next(500)).Select(_ => Word(random))];
            if (i > 0 && random.Next(3) == 0)
            {
                var of = Math.Max(0, i - recent.Count) + random.Next(recent.Count);
                var source = recent[of - Math.Max(0, i - recent.Count)];
                // At least a fifth of the shorter text is the other's, with a word changed now and then.
                var length = Math.Min(source.Length, 60 + random.Next(300));
                var start = random.Next(source.Length - length + 1);
                words.RemoveRange(0, Math.Min(words.Count - 1, length));
                words.InsertRange(0, source.Skip(start).Take(length).Select(w => random.Next(40) == 0 ? Word(random) : w));
                if (length >= Math.Min(words.Count, source.Length) / 5)
                {
                    copies.Add((of, i));
                }
            }
            recent.Add([.. words]);
            if (recent.Count > RecentTexts)
            {
                recent.RemoveAt(0);
            }
            yield return string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","text":"{{string.Join(' ', words)}}"}""");
        }
    }

    private static string Word(Random random) =>
        "w" + ((int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary))).ToString(CultureInfo.InvariantCulture);

    /// <summary>Gives invented lines to the command as it asks for them.</summary>
    private sealed class TextLines(IEnumerator<string> lines) : TextReader
    {
        public override string? ReadLine() => lines.MoveNext() ? lines.Current : null;

        protected override void Dispose(bool disposing)
        {
            lines.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Takes the pairs from what the command prints.</summary>
    private sealed class PairWriter : StringWriter
    {
        public HashSet<(int, int)> Pairs { get; } = [];

        public override void Write(char value)
        {
            // The end of a line.
        }

        public override void Write(string? value)
        {
            using var line = System.Text.Json.JsonDocument.Parse(value!);
            var (a, b) = (Id(line, "a"), Id(line, "b"));
            Pairs.Add((Math.Min(a, b), Math.Max(a, b)));
        }

        private static int Id(System.Text.Json.JsonDocument line, string name) => int.Parse(line.RootElement.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }
}
