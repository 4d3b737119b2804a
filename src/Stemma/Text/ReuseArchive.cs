using Stemma.Model;

namespace Stemma.Text;

/// <summary>
/// Text that stands in two articles of an archive too large to compare as a whole: a sample of the shingles finds the pairs worth
/// comparing, and those are counted exactly. Keeps some 100 sampled numbers of an article and no text.
/// </summary>
/// <param name="shingleLengthWords">How many words in a row must be equal to be noticed; at least 2.</param>
public sealed class ReuseArchive(int shingleLengthWords = 8)
{
    /// <summary>A run of eight shingles, so of fifteen words where a shingle has eight, is always noticed.</summary>
    private const int Window = 8;

    /// <summary>A sampled shingle in more articles than this is furniture, or one text that all carry: it pairs each with the first few only.</summary>
    private const int MostHolders = 128;

    private const int FirstHolders = 16;
    private const int BucketBits = 6;
    private const int MostRead = 2048;

    private readonly List<ArticleId> _ids = [];
    private readonly HashSet<ArticleId> _known = [];
    private readonly List<ulong> _sampled = [];

    // Half of a sampled shingle, then the article: in buckets, so that no array grows too large.
    private readonly List<ulong>[] _buckets = [.. Enumerable.Range(0, 1 << BucketBits).Select(static _ => new List<ulong>())];

    /// <summary>How many articles were added.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds an article; false where one of that id was added before. Linear in its words.</summary>
    public bool Add(ArticleId id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_known.Add(id))
        {
            return false;
        }
        _sampled.Clear();
        Winnowing.Sample(ReuseText.Read(id, text, shingleLengthWords).Shingles, Window, _sampled);
        foreach (var shingle in _sampled)
        {
            // Not by its first bits, which are small in all that were the least of a window.
            _buckets[shingle & ((1 << BucketBits) - 1)].Add((shingle >> BucketBits << 32) | (uint)_ids.Count);
        }
        _ids.Add(id);
        return true;
    }

    /// <summary>
    /// All pairs that share a run of fifteen words, and many that share less, in order of the smaller id, then of the other; as
    /// <see cref="ReuseDetector.Detect"/> tells them. <paramref name="text"/> gives the text of an article by its place among those
    /// added, and may be asked several times. Cost: near linear in what was added, plus the pairs found.
    /// </summary>
    public IEnumerable<TextReuse> Find(Func<int, string> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var byId = Enumerable.Range(0, _ids.Count).OrderBy(i => _ids[i]).ToArray();
        var ranks = new int[byId.Length];
        for (var rank = 0; rank < byId.Length; rank++)
        {
            ranks[byId[rank]] = rank;
        }
        var detector = new ReuseDetector(shingleLengthWords);
        Dictionary<int, ReuseText> read = [];
        foreach (var pair in Pairs(ranks))
        {
            if (read.Count > MostRead)
            {
                read.Clear();
            }
            if (detector.Compare(Text((int)(pair >> 32)), Text((int)(uint)pair)) is { } reuse)
            {
                yield return reuse;
            }
        }

        ReuseText Text(int rank)
        {
            if (!read.TryGetValue(rank, out var found))
            {
                read.Add(rank, found = ReuseText.Read(_ids[byId[rank]], text(byId[rank]), shingleLengthWords));
            }
            return found;
        }
    }

    /// <summary>The pairs worth comparing: the smaller rank in the upper half; in order, each once.</summary>
    private List<ulong> Pairs(int[] ranks)
    {
        List<ulong> pairs = [];
        foreach (var bucket in _buckets)
        {
            bucket.Sort();
            List<int> holders = [];
            for (var i = 0; i < bucket.Count;)
            {
                var shingle = bucket[i] >> 32;
                holders.Clear();
                for (; i < bucket.Count && bucket[i] >> 32 == shingle; i++)
                {
                    // A shingle may be sampled twice from one article; then the two stand side by side.
                    if (holders.Count == 0 || bucket[i] != bucket[i - 1])
                    {
                        holders.Add(ranks[(int)(uint)bucket[i]]);
                    }
                }
                holders.Sort();
                Pair(holders, pairs);
            }
            if (pairs.Count > 1 << 22)
            {
                Distinct(pairs);
            }
        }
        Distinct(pairs);
        return pairs;
    }

    private static void Pair(List<int> holders, List<ulong> pairs)
    {
        var firsts = holders.Count > MostHolders ? FirstHolders : holders.Count;
        for (var x = 0; x < firsts; x++)
        {
            for (var y = x + 1; y < holders.Count; y++)
            {
                pairs.Add(((ulong)holders[x] << 32) | (uint)holders[y]);
            }
        }
    }

    private static void Distinct(List<ulong> pairs)
    {
        pairs.Sort();
        var kept = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            if (kept == 0 || pairs[i] != pairs[kept - 1])
            {
                pairs[kept++] = pairs[i];
            }
        }
        pairs.RemoveRange(kept, pairs.Count - kept);
    }
}
