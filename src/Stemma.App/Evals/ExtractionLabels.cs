using Stemma.Extraction;
using Stemma.Extraction.Learning;

namespace Stemma.App.Evals;

/// <summary>
/// Marks the blocks of a page that its labelled text holds: long blocks by their shingles, in an order that the text
/// follows; short ones only where they stand beside a neighbour that stands beside them in the text.
/// </summary>
internal static class ExtractionLabels
{
    private const int Shingle = 3;

    /// <summary>For each block whether it belongs to the text. Quadratic in the number of blocks that the text may hold.</summary>
    public static bool[] Of(IReadOnlyList<PageBlock> blocks, string truth)
    {
        var labels = new bool[blocks.Count];
        var words = ExtractionMetric.Words(truth);
        var positions = Index(words);
        var blockWords = blocks.Select(b => ExtractionMetric.Words(b.Text)).ToArray();
        List<(int Block, int Start, int Length)> anchors = [];
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blockWords[i].Count >= Shingle)
            {
                anchors.AddRange(Places(blockWords[i], positions).Select(p => (i, p, blockWords[i].Count)));
            }
        }
        var chain = Chain(anchors);
        foreach (var (block, _, _) in chain)
        {
            labels[block] = true;
        }
        MarkShort(labels, chain, blockWords, words);
        return labels;
    }

    /// <summary>
    /// For each block whether snippets that the text must hold, or must not, stand in it; null where none does, or where
    /// a snippet does not tell which of several blocks it means.
    /// </summary>
    public static bool?[] OfSnippets(PageContext page, IReadOnlyList<string> with, IReadOnlyList<string> without)
    {
        var labels = new bool?[page.Blocks.Count];
        var texts = page.Blocks.Select(b => ExtractionMetric.Fold(b.Text)).ToArray();
        foreach (var snippet in without.Select(ExtractionMetric.Fold).Where(s => s.Length > 0))
        {
            // Inside a long block a short snippet is chance, or the block is text that holds one wrong line.
            foreach (var i in Holders(texts, snippet).Where(i => snippet.Length * 3 >= texts[i].Length))
            {
                labels[i] = false;
            }
        }
        foreach (var snippet in with.Select(ExtractionMetric.Fold).Where(s => s.Length > 0))
        {
            var holders = Holders(texts, snippet).Where(i => page.Blocks[i].Text != page.Metadata.Title).ToList();
            if (holders.Count == 1)
            {
                labels[holders[0]] = true;
            }
        }
        return labels;
    }

    private static IEnumerable<int> Holders(string[] texts, string snippet) =>
        Enumerable.Range(0, texts.Length).Where(i => texts[i].Contains(snippet, StringComparison.Ordinal));

    private static Dictionary<(string, string, string), List<int>> Index(List<string> words)
    {
        Dictionary<(string, string, string), List<int>> positions = [];
        for (var i = 0; i + Shingle <= words.Count; i++)
        {
            var key = (words[i], words[i + 1], words[i + 2]);
            if (!positions.TryGetValue(key, out var list))
            {
                positions[key] = list = [];
            }
            if (list.Count < 20)
            {
                list.Add(i);
            }
        }
        return positions;
    }

    /// <summary>Where in the text a block may begin: the offsets on which at least half of its shingles agree.</summary>
    private static IEnumerable<int> Places(List<string> block, Dictionary<(string, string, string), List<int>> positions)
    {
        Dictionary<int, int> votes = [];
        var total = block.Count - Shingle + 1;
        for (var i = 0; i < total; i++)
        {
            if (positions.TryGetValue((block[i], block[i + 1], block[i + 2]), out var list))
            {
                foreach (var position in list)
                {
                    // Offsets shift by a few words where block and text differ a little.
                    var start = Math.Max(0, position - i);
                    votes[start] = votes.GetValueOrDefault(start) + 1;
                }
            }
        }
        return votes.Where(v => v.Value * 2 >= total).OrderByDescending(v => v.Value).ThenBy(v => v.Key).Take(6).Select(v => v.Key);
    }

    /// <summary>The heaviest chain of anchors in which blocks and places both rise.</summary>
    private static List<(int Block, int Start, int Length)> Chain(List<(int Block, int Start, int Length)> anchors)
    {
        var best = new double[anchors.Count];
        var before = new int[anchors.Count];
        var last = -1;
        for (var i = 0; i < anchors.Count; i++)
        {
            before[i] = -1;
            best[i] = anchors[i].Length;
            for (var j = i - 1; j >= 0; j--)
            {
                if (anchors[j].Block < anchors[i].Block && anchors[j].Start + (anchors[j].Length / 2) < anchors[i].Start + 1)
                {
                    var isNext = anchors[j].Block == anchors[i].Block - 1 ? 1.5 : 0;
                    var weight = best[j] + anchors[i].Length + isNext;
                    if (weight > best[i])
                    {
                        (best[i], before[i]) = (weight, j);
                    }
                }
            }
            last = last < 0 || best[i] > best[last] ? i : last;
        }
        List<(int Block, int Start, int Length)> chain = [];
        for (; last >= 0; last = before[last])
        {
            chain.Add(anchors[last]);
        }
        chain.Reverse();
        return chain;
    }

    /// <summary>Short blocks between two anchors whose words fill, in order, the gap that the anchors leave in the text.</summary>
    private static void MarkShort(
        bool[] labels, List<(int Block, int Start, int Length)> chain, List<string>[] blockWords, List<string> words)
    {
        for (var k = -1; k < chain.Count; k++)
        {
            var (fromBlock, fromWord) = k < 0 ? (-1, 0) : (chain[k].Block, chain[k].Start + chain[k].Length);
            var (toBlock, toWord) = k + 1 < chain.Count ? (chain[k + 1].Block, chain[k + 1].Start) : (blockWords.Length, words.Count);
            var at = fromWord;
            for (var block = fromBlock + 1; block < toBlock && at < toWord && toWord - fromWord < 200; block++)
            {
                var own = blockWords[block];
                if (labels[block] || own.Count is 0 or >= 12)
                {
                    continue;
                }
                for (var start = at; start + own.Count <= Math.Min(toWord, at + 12); start++)
                {
                    if (Enumerable.Range(0, own.Count).All(w => words[start + w] == own[w]))
                    {
                        labels[block] = true;
                        at = start + own.Count;
                        break;
                    }
                }
            }
        }
    }
}
