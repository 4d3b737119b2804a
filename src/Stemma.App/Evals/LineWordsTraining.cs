using System.Runtime.InteropServices;
using Stemma.Extraction;
using Stemma.Extraction.Learning;

namespace Stemma.App.Evals;

/// <summary>Learns <see cref="LineWords"/> from labelled pages.</summary>
internal static class LineWordsTraining
{
    // A word of fewer hosts is a site's own.
    private const int MinHosts = 5;
    private const int MaxTokens = 40;
    private const int MaxWords = 80;

    // Lines farther from the text are menus and footers, which their place betrays.
    private const int Reach = 15;

    /// <summary>The words of all pages but those of one fold.</summary>
    public static LineWords Train(IReadOnlyList<ExtractionSample> samples, int leftOut)
    {
        Dictionary<uint, (int Text, int Other)> counts = [];
        var (texts, others) = (0, 0);
        foreach (var host in samples.Where(s => s.Fold != leftOut).GroupBy(s => s.Truth.Url?.Host ?? s.Truth.Id))
        {
            HashSet<uint> text = [];
            HashSet<uint> other = [];
            foreach (var sample in host)
            {
                Collect(sample, text, other);
            }
            foreach (var hash in text)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _).Text++;
            }
            foreach (var hash in other)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _).Other++;
            }
            texts += text.Count > 0 ? 1 : 0;
            others += other.Count > 0 ? 1 : 0;
        }
        Dictionary<uint, float> weights = [];
        foreach (var (hash, (text, other)) in counts.Where(c => c.Value.Text + c.Value.Other >= MinHosts))
        {
            var weight = Math.Log((text + 1.0) / (texts + 2.0)) - Math.Log((other + 1.0) / (others + 2.0));
            if (Math.Abs(weight) > 0.4)
            {
                weights[hash] = (float)Math.Clamp(weight, -6, 6);
            }
        }
        return new LineWords(weights);
    }

    private static void Collect(ExtractionSample sample, HashSet<uint> text, HashSet<uint> other)
    {
        var first = Array.IndexOf(sample.Labels, true) - Reach;
        var last = Array.LastIndexOf(sample.Labels, true) + Reach;
        for (var i = Math.Max(0, first); i <= Math.Min(last, sample.Labels.Length - 1); i++)
        {
            var block = sample.Context.Blocks[i];
            if (sample.Labels[i] is { } isText && block.Words <= MaxWords
                && (block.Regions & (PageRegions.Nav | PageRegions.Footer)) == 0)
            {
                foreach (var (hash, _) in new LineTokens(block.Text, MaxTokens))
                {
                    (isText ? text : other).Add(hash);
                }
            }
        }
    }
}
