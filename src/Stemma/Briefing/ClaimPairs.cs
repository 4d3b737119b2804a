using Stemma.Model;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Pairs of sentences of different accounts that may state the same thing, with their features. Sentences that are equal word
/// for word (accounts carry one another's texts) are compared once, as one.
/// </summary>
internal sealed class ClaimPairs
{
    /// <summary>Sentences of one account beyond this are not aligned: what an outlet holds to be the news is not there.</summary>
    private const int MaxSentences = 120;

    /// <summary>Sentences that may share a word before it tells nothing any more.</summary>
    private const int MostPerWord = 240;

    /// <summary>White space in a sentence of fewest words; shorter ones are cries and cut ends.</summary>
    private const int LeastSpaces = 3;

    /// <summary>Share of the lighter sentence, by weight, that must be shared for a pair to be looked at. (Dev events, 2026-11.)</summary>
    private const double LeastContained = 0.12;

    /// <summary>Share of the accounts of the rarer of two sentences that may have both, if the two are to be one claim.</summary>
    private const double MostInBoth = 0.2;

    private readonly List<ClaimPair> _all = [];
    private readonly List<ClaimSentence> _sentences = [];
    private readonly List<List<SentenceTerms>> _copies = [];
    private readonly List<HashSet<ArticleId>> _accounts = [];
    private readonly Dictionary<SentenceTerms, int> _indexOf = [];

    /// <summary>
    /// Reads a story. Cost: linear in its text and in the pairs of sentences that share a telling word.
    /// </summary>
    public ClaimPairs(Story story, StoryTerms terms, SpeakerNames names)
    {
        var numbers = new TermNumbers();
        Dictionary<string, int> byWords = new(StringComparer.Ordinal);
        foreach (var sentence in story.Accounts.SelectMany(a => terms.ByAccount[a.Id].Take(MaxSentences)).Where(CanClaim))
        {
            var words = string.Join(' ', sentence.Words.Select(w => w.Stem));
            if (!byWords.TryGetValue(words, out var index))
            {
                byWords[words] = index = _sentences.Count;
                _sentences.Add(new ClaimSentence(sentence, terms, names, numbers));
                _copies.Add([]);
                _accounts.Add([]);
            }
            _indexOf[sentence] = index;
            if (_accounts[index].Add(sentence.Account.Id))
            {
                _copies[index].Add(sentence);
            }
        }
        FindPairs();
        FillNeighbourhood();
    }

    /// <summary>The sentences, the first of equal ones.</summary>
    public IReadOnlyList<ClaimSentence> Sentences => _sentences;

    /// <summary>A sentence of each account that has it in the same words, by order of the accounts.</summary>
    public IReadOnlyList<SentenceTerms> CopiesOf(int sentence) => _copies[sentence];

    /// <summary>The accounts that have a sentence.</summary>
    public IReadOnlySet<ArticleId> AccountsOf(int sentence) => _accounts[sentence];

    /// <summary>Where a sentence, or the first that is equal to it, stands among <see cref="Sentences"/>; -1 for one that states no claim.</summary>
    public int IndexOf(SentenceTerms sentence) => _indexOf.GetValueOrDefault(sentence, -1);

    /// <summary>Whether accounts tell the two sets apart: hardly any has both.</summary>
    public static bool AreApart(IReadOnlySet<ArticleId> a, IReadOnlySet<ArticleId> b)
    {
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        var most = (int)(MostInBoth * few.Count);
        var both = 0;
        foreach (var account in few)
        {
            if (many.Contains(account) && ++both > most)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The pairs, by their first and then their second sentence.</summary>
    public IReadOnlyList<ClaimPair> All => _all;

    /// <summary>
    /// Whether a sentence can state a claim: it says something of its names and numbers, is no heading, and no refusal to speak, which is told apart, as a statement.
    /// </summary>
    public static bool CanClaim(SentenceTerms sentence) =>
        sentence.Stems.Count >= 2 && sentence.PlainStems.Count > 0 && !sentence.IsHeading && sentence.Text.Count(c => c == ' ') >= LeastSpaces
        && !sentence.Account.Analysis.Statuses.Any(s => s.Kind is StatusKind.Declined or StatusKind.NoResponse
            && sentence.Sentence.Span.Contains(s.Span));

    // What somebody said in so many words, in two accounts, is an utterance.
    private static bool AreBothQuoted(SentenceTerms a, SentenceTerms b) =>
        a.QuotedShare >= BriefOptions.MostlyQuoted && b.QuotedShare >= BriefOptions.MostlyQuoted;

    private void FindPairs()
    {
        Dictionary<int, List<int>> byStem = [];
        for (var i = 0; i < Sentences.Count; i++)
        {
            foreach (var term in Sentences[i].Found)
            {
                if (!byStem.TryGetValue(term.Number, out var list))
                {
                    byStem[term.Number] = list = [];
                }
                list.Add(i);
            }
        }
        var common = Math.Clamp(Sentences.Count / 6, 30, MostPerWord);
        var seen = new int[Sentences.Count];
        List<int> others = [];
        for (var i = 0; i < Sentences.Count; i++)
        {
            others.Clear();
            foreach (var term in Sentences[i].Found)
            {
                if (byStem[term.Number] is { } list && list.Count <= common)
                {
                    for (var k = list.BinarySearch(i) + 1; k < list.Count; k++)
                    {
                        if (seen[list[k]] != i + 1)
                        {
                            seen[list[k]] = i + 1;
                            others.Add(list[k]);
                        }
                    }
                }
            }
            others.Sort();
            foreach (var j in others)
            {
                Consider(i, j);
            }
        }
    }

    private void Consider(int i, int j)
    {
        var (a, b) = (Sentences[i], Sentences[j]);
        if (!AreApart(_accounts[i], _accounts[j]) || AreBothQuoted(a.Terms, b.Terms)
            || SharedWeight(a, b) < LeastContained * Math.Max(0.1, Math.Min(a.Total, b.Total)))
        {
            return;
        }
        var row = new float[ClaimPairFeatures.Names.Length];
        ClaimPairFeatures.Fill(a, b, row);
        _all.Add(new ClaimPair(i, j, row));
    }

    private static double SharedWeight(ClaimSentence a, ClaimSentence b)
    {
        double shared = 0;
        for (int i = 0, j = 0; i < a.Found.Length && j < b.Found.Length;)
        {
            var (x, y) = (a.Found[i].Number, b.Found[j].Number);
            if (x == y)
            {
                shared += a.Found[i].Weight;
                i++;
                j++;
            }
            else
            {
                _ = x < y ? i++ : j++;
            }
        }
        return shared;
    }

    private void FillNeighbourhood()
    {
        Dictionary<(int Sentence, ArticleId In), (float Best, float Second)> nearest = [];
        Dictionary<(int, int), float> overlaps = [];
        foreach (var (i, j, row) in _all)
        {
            Keep(nearest, (i, Sentences[j].Account), row[ClaimPairFeatures.Overlap]);
            Keep(nearest, (j, Sentences[i].Account), row[ClaimPairFeatures.Overlap]);
            overlaps[(i, j)] = row[ClaimPairFeatures.Overlap];
        }
        foreach (var (i, j, row) in _all)
        {
            var value = row[ClaimPairFeatures.Overlap];
            var a = nearest[(i, Sentences[j].Account)];
            var b = nearest[(j, Sentences[i].Account)];
            var (isA, isB) = (value >= a.Best, value >= b.Best);
            row[ClaimPairFeatures.NearestOfBoth] = isA && isB ? 1 : 0;
            row[ClaimPairFeatures.NearestOfOne] = isA != isB ? 1 : 0;
            row[ClaimPairFeatures.Margin] = Math.Min(value - (isA ? a.Second : a.Best), value - (isB ? b.Second : b.Best));
            FillContext(i, j, row);
            row[ClaimPairFeatures.SentencesAround] = Math.Max(Around(overlaps, i, j, -1), Around(overlaps, i, j, 1));
        }
    }

    // Who "he" is, and what "the plan", the sentence before tells.
    private void FillContext(int i, int j, float[] row)
    {
        var (beforeI, beforeJ) = (IsNext(i, i - 1) ? Sentences[i - 1] : null, IsNext(j, j - 1) ? Sentences[j - 1] : null);
        var ofI = ClaimPairFeatures.ContainedWithContext(Sentences[i], Sentences[j], beforeJ);
        var ofJ = ClaimPairFeatures.ContainedWithContext(Sentences[j], Sentences[i], beforeI);
        row[ClaimPairFeatures.ContextContained] = (float)Math.Sqrt(ofI.With * ofJ.With);
        row[ClaimPairFeatures.ContextGain] = (float)Math.Max(ofI.With - ofI.Without, ofJ.With - ofJ.Without);
    }

    // How much the sentences right before, or right after, the two are alike.
    private float Around(Dictionary<(int, int), float> overlaps, int i, int j, int step)
    {
        var (x, y) = (i + step, j + step);
        return x >= 0 && y < Sentences.Count && IsNext(i, x) && IsNext(j, y) ? overlaps.GetValueOrDefault((x, y)) : 0;
    }

    private bool IsNext(int sentence, int other) =>
        other >= 0 && other < Sentences.Count && Sentences[sentence].Account == Sentences[other].Account
        && Math.Abs(Sentences[sentence].Terms.Index - Sentences[other].Terms.Index) == 1;

    private static void Keep(Dictionary<(int, ArticleId), (float Best, float Second)> nearest, (int, ArticleId) key, float value)
    {
        var (best, second) = nearest.GetValueOrDefault(key);
        nearest[key] = value > best ? (value, best) : (best, Math.Max(second, value));
    }
}
