using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// Scores quotes against gold: one-to-one pairs, exact content first, then by falling overlap of word sets of at least
/// one half;
/// over the pairs, whether the speaker's words and the speaker's name are right. Figures are summed over all articles.
/// </summary>
internal sealed class QuoteScorer
{
    private const string Trimmed = " \t\r\n\u00a0\u2009\u202f\"'“”„‟«»‘’‚`,.;:—–-―";
    private int _gold;
    private int _system;
    private int _strict;
    private int _matched;
    private int _attributed;
    private int _sourced;
    private int _sourceRight;
    private int _named;
    private int _nameRight;
    private int _pronouns;
    private int _pronounRight;

    /// <summary>Scores one more article.</summary>
    public void Add(string text, IReadOnlyList<QuoteItem> gold, IReadOnlyList<QuoteItem> system)
    {
        var words = Words(text);
        List<(QuoteItem Item, HashSet<int> Tokens, string Key)> g = Prepare(text, words, gold);
        List<(QuoteItem Item, HashSet<int> Tokens, string Key)> s = Prepare(text, words, system);
        _gold += g.Count;
        _system += s.Count;
        foreach (var (i, j, strict) in Pairs(g, s))
        {
            _strict += strict ? 1 : 0;
            _matched++;
            Judge(words, g[i].Item, s[j].Item);
        }
    }

    /// <summary>The figures under a common prefix.</summary>
    public IReadOnlyList<EvalFigure> Figures(string prefix) =>
    [
        new($"{prefix}.strict.f1", F1(_strict)),
        new($"{prefix}.overlap50.precision", Ratio(_matched, _system)),
        new($"{prefix}.overlap50.recall", Ratio(_matched, _gold)),
        new($"{prefix}.overlap50.f1", F1(_matched)),
        new($"{prefix}.attribution.f1", F1(_attributed)),
        new($"{prefix}.speaker_span.accuracy", Ratio(_sourceRight, _sourced)),
        new($"{prefix}.full_name.accuracy", Ratio(_nameRight, _named)),
        new($"{prefix}.pronoun_name.accuracy", Ratio(_pronounRight, _pronouns)),
    ];

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private double F1(int right) => _gold + _system == 0 ? 0 : 2.0 * right / (_gold + _system);

    private void Judge(List<TextSpan> words, QuoteItem gold, QuoteItem system)
    {
        var spanRight = gold.SpeakerSpan is { } a && system.SpeakerSpan is { } b
            && Tokens(words, [a]).Overlaps(Tokens(words, [b]));
        if (gold.SpeakerSpan is not null)
        {
            _sourced++;
            _sourceRight += spanRight ? 1 : 0;
        }
        bool right;
        if (gold.IsNamed)
        {
            right = SpeakerNameMatch.IsFull(gold.Speaker!, system.Speaker);
            _named++;
            _nameRight += right ? 1 : 0;
            _pronouns += gold.Kind == "pronoun" ? 1 : 0;
            _pronounRight += gold.Kind == "pronoun" && right ? 1 : 0;
        }
        else
        {
            right = gold.SpeakerSpan is not null ? spanRight : system.SpeakerSpan is null
                && string.IsNullOrEmpty(system.Speaker);
        }
        _attributed += right ? 1 : 0;
    }

    private static List<(int Gold, int System, bool Strict)> Pairs(
        List<(QuoteItem Item, HashSet<int> Tokens, string Key)> gold,
        List<(QuoteItem Item, HashSet<int> Tokens, string Key)> system)
    {
        List<(int, int, bool)> pairs = [];
        var openGold = Enumerable.Range(0, gold.Count).ToHashSet();
        var openSystem = Enumerable.Range(0, system.Count).ToHashSet();
        for (var i = 0; i < gold.Count; i++)
        {
            var j = system.FindIndex(s => s.Key == gold[i].Key);
            while (j >= 0 && !openSystem.Contains(j))
            {
                j = system.FindIndex(j + 1, s => s.Key == gold[i].Key);
            }
            if (j >= 0)
            {
                pairs.Add((i, j, true));
                openGold.Remove(i);
                openSystem.Remove(j);
            }
        }
        List<(double Overlap, int Gold, int System)> candidates = [];
        foreach (var i in openGold.Order())
        {
            foreach (var j in openSystem.Order())
            {
                var shared = gold[i].Tokens.Count(system[j].Tokens.Contains);
                var overlap = shared == 0 ? 0 : (double)shared / (gold[i].Tokens.Count + system[j].Tokens.Count - shared);
                if (overlap >= 0.5)
                {
                    candidates.Add((overlap, i, j));
                }
            }
        }
        foreach (var (_, i, j) in candidates.OrderByDescending(c => c.Overlap).ThenBy(c => c.Gold).ThenBy(c => c.System))
        {
            if (openGold.Contains(i) && openSystem.Contains(j))
            {
                pairs.Add((i, j, false));
                openGold.Remove(i);
                openSystem.Remove(j);
            }
        }
        return pairs;
    }

    private static List<(QuoteItem, HashSet<int>, string)> Prepare(string text, List<TextSpan> words,
        IReadOnlyList<QuoteItem> items) =>
        [.. items.Select(q => (q, Tokens(words, q.Parts), Key(text, q.Parts))).Where(q => q.Item2.Count > 0)];

    private static List<TextSpan> Words(string text)
    {
        List<TextSpan> words = [];
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            {
                i++;
            }
            if (i > start)
            {
                words.Add(new TextSpan(start, i));
            }
            i += i == start ? 1 : 0;
        }
        return words;
    }

    private static HashSet<int> Tokens(List<TextSpan> words, IReadOnlyList<TextSpan> parts)
    {
        HashSet<int> found = [];
        foreach (var part in parts)
        {
            var low = words.BinarySearch(new TextSpan(part.Start, part.Start));
            for (var i = Math.Max(0, (low < 0 ? ~low : low) - 1); i < words.Count && words[i].Start < part.End; i++)
            {
                if (words[i].End > part.Start)
                {
                    found.Add(i);
                }
            }
        }
        return found;
    }

    /// <summary>The content without marks and punctuation at its ends, parts that touch joined.</summary>
    private static string Key(string text, IReadOnlyList<TextSpan> parts)
    {
        List<(int Start, int End)> joined = [];
        foreach (var part in parts.Order())
        {
            var (start, end) = (part.Start, part.End);
            while (start < end && Trimmed.Contains(text[start]))
            {
                start++;
            }
            while (end > start && Trimmed.Contains(text[end - 1]))
            {
                end--;
            }
            if (end <= start)
            {
                continue;
            }
            if (joined.Count > 0 && text[joined[^1].End..Math.Max(joined[^1].End, start)].All(Trimmed.Contains))
            {
                joined[^1] = (joined[^1].Start, end);
            }
            else
            {
                joined.Add((start, end));
            }
        }
        return string.Join(' ', joined);
    }
}
