using System.Buffers;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// A sentence as it is compared with sentences of other accounts. Its stems are numbers of the story, rising, so that what two
/// sentences share is found in one pass over both.
/// </summary>
internal sealed class ClaimSentence
{
    /// <summary>Letters by which two words of one family meet: "explosion" and "explosive".</summary>
    private const int FamilyLetters = 5;

    /// <summary>Stated words up to which two stand near one another.</summary>
    private const int Window = 5;

    private readonly int[] _numbers;

    /// <summary>Reads a sentence. Linear in its words.</summary>
    /// <param name="terms">The sentence.</param>
    /// <param name="story">How telling its words are.</param>
    /// <param name="names">Who a speaker is.</param>
    /// <param name="numbers">The numbers of stems, word families and neighbours, filled as they come.</param>
    public ClaimSentence(SentenceTerms terms, StoryTerms story, SpeakerNames names, TermNumbers numbers)
    {
        Terms = terms;
        var span = terms.Sentence.Span;
        var sequence = new int[terms.Words.Count];
        SortedDictionary<int, ClaimTerm> found = [];
        var attribution = AttributionOf(terms.Account.Analysis, span);
        for (var i = 0; i < sequence.Length; i++)
        {
            var word = terms.Words[i];
            sequence[i] = numbers.Of(word.Stem);
            // The first word of a sentence is capitalised whatever it is.
            var kind = word.IsNumber || NumberWords.Contains(word.Stem) ? ClaimTermKind.Number
                : word.IsCapitalised && word.Span.Start > span.Start + 1 ? ClaimTermKind.Name
                : ClaimTermKind.Plain;
            var isContent = !attribution.Exists(a => a.Contains(word.Span));
            if (found.TryGetValue(sequence[i], out var same))
            {
                found[sequence[i]] = same with
                {
                    Kind = (ClaimTermKind)Math.Max((int)same.Kind, (int)kind),
                    IsContent = same.IsContent || isContent,
                };
                continue;
            }
            found.Add(sequence[i], new ClaimTerm(
                sequence[i],
                story.Weight(word.Stem),
                kind,
                SameWords.BuiltIn.GroupsOf(word.Stem),
                kind is ClaimTermKind.Plain && word.Stem.Length >= FamilyLetters ? numbers.Of(word.Stem[..FamilyLetters]) : -1,
                story.SentencesWith(word.Stem),
                CommonWords.BuiltIn.Telling(word.Stem) * (kind is ClaimTermKind.Plain ? 1 : 1.5),
                isContent));
        }
        Sequence = sequence;
        Found = [.. found.Values];
        _numbers = [.. found.Keys];
        Places = Array.ConvertAll(sequence, IndexOf);
        Pairs = [.. sequence.Zip(sequence.Skip(1), (x, y) => ((long)x << 32) | (uint)y).Distinct().Order()];
        foreach (var term in Found)
        {
            Total += term.Weight;
            PlainTotal += term.Kind is ClaimTermKind.Plain ? term.Weight : 0;
            NameTotal += term.Kind is ClaimTermKind.Name ? term.Weight : 0;
            TellingTotal += term.Telling;
            Marks |= term.Marks;
            ContentTotal += term.IsContent ? term.Weight : 0;
            Numbers += term.Kind is ClaimTermKind.Number ? 1 : 0;
        }
        Near = NearOf();
        NearTotal = Near.Sum(n => n.Weight);
        Subject = SubjectOf();
        Clauses = ClausesOf(terms, sequence);
        IsNegated = HasNegation(terms.Text);
        Dates = [.. terms.Account.Analysis.Dates.Where(d => d.Span.Overlaps(span))];
        Amounts = [.. terms.Account.Analysis.Amounts.Where(d => d.Span.Overlaps(span))];
        Speakers =
        [
            .. terms.Account.Analysis.Quotes.Where(q => q.Speaker is not null && q.Span.Overlaps(span))
                .Select(q => names.KeyOf(q.Speaker!)).Distinct(),
        ];
        RelativePlace = terms.Index / (double)Math.Max(1, terms.Account.Analysis.Sentences.Count - 1);
        NewsCover = story.NewsCover(terms);
    }

    public SentenceTerms Terms { get; }

    public ArticleId Account => Terms.Account.Id;

    /// <summary>Its content words in order.</summary>
    public int[] Sequence { get; }

    /// <summary>For each of <see cref="Sequence"/>, where it stands among <see cref="Found"/>.</summary>
    public int[] Places { get; }

    /// <summary>Its stems, each once, rising.</summary>
    public ClaimTerm[] Found { get; }

    /// <summary>Sum of the weights of all stems, of plain ones, and of names.</summary>
    public double Total { get; }

    public double PlainTotal { get; }

    public double NameTotal { get; }

    /// <summary>Sum of the weights of what is stated, and of how telling all stems are anywhere.</summary>
    public double ContentTotal { get; }

    public double TellingTotal { get; }

    /// <summary>The <see cref="ClaimTerm.Marks"/> of all its stems: a term that shares none of them has no like here.</summary>
    public ulong Marks { get; }

    /// <summary>Whether it says that something is not so.</summary>
    public bool IsNegated { get; }

    /// <summary>The times and the numbers with their units that it names.</summary>
    public IReadOnlyList<DateExpression> Dates { get; }

    public IReadOnlyList<Amount> Amounts { get; }

    /// <summary>How many numbers it holds.</summary>
    public int Numbers { get; }

    /// <summary>Neighbouring content words, each pair once, rising.</summary>
    public IReadOnlyList<long> Pairs { get; }

    /// <summary>The stems of its clauses, as punctuation and joining words part them; rising, two or more each.</summary>
    public IReadOnlyList<int[]> Clauses { get; }

    /// <summary>Pairs of its stated words that stand near one another, in whatever order, rising, with the weight of the lighter word.</summary>
    public (long Pair, double Weight)[] Near { get; }

    public double NearTotal { get; }

    /// <summary>The first of its stated words: mostly who or what it is about; -1 where it states nothing.</summary>
    public int Subject { get; }

    /// <summary>To whom something in it is laid.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>Place among the account's sentences, from 0 to 1.</summary>
    public double RelativePlace { get; }

    /// <summary>How much of the news itself it tells, in [0, 1].</summary>
    public double NewsCover { get; }

    /// <summary>Where a stem stands among <see cref="Found"/>; -1 for one that it does not hold.</summary>
    public int IndexOf(int number)
    {
        var at = Array.BinarySearch(_numbers, number);
        return at < 0 ? -1 : at;
    }

    private static readonly HashSet<string> NumberWords = new(
        new[]
        {
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens", "twenty",
            "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands",
            "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "hundert", "tausend",
        }.Select(w => ContentWords.Stem(WordScanner.Fold(w))),
        StringComparer.Ordinal);

    private int SubjectOf()
    {
        for (var i = 0; i < Sequence.Length; i++)
        {
            if (Found[Places[i]].IsContent && (Found[Places[i]].Kind is ClaimTermKind.Name || i > 0))
            {
                return Sequence[i];
            }
        }
        return -1;
    }

    private (long Pair, double Weight)[] NearOf()
    {
        SortedDictionary<long, double> near = [];
        for (var i = 0; i < Sequence.Length; i++)
        {
            for (var j = i + 1; j < Math.Min(Sequence.Length, i + Window); j++)
            {
                ref readonly var a = ref Found[Places[i]];
                ref readonly var b = ref Found[Places[j]];
                if (a.Number != b.Number && a.IsContent && b.IsContent)
                {
                    var (low, high) = a.Number < b.Number ? (a.Number, b.Number) : (b.Number, a.Number);
                    near.TryAdd(((long)low << 32) | (uint)high, Math.Min(a.Weight, b.Weight));
                }
            }
        }
        return [.. near.Select(n => (n.Key, n.Value))];
    }

    // Who says it, to whom, and the words that say that it is said.
    private static List<TextSpan> AttributionOf(Analysis analysis, TextSpan span)
    {
        List<TextSpan> spans = [];
        foreach (var quote in analysis.Quotes)
        {
            foreach (var part in (ReadOnlySpan<TextSpan?>)[quote.SpeakerSpan, quote.CueSpan])
            {
                if (part is { } words && words.Overlaps(span))
                {
                    spans.Add(words);
                }
            }
        }
        spans.AddRange(analysis.Citations.Where(c => c.CueSpan.Overlaps(span)).Select(c => c.CueSpan));
        spans.AddRange(analysis.Citations.Where(c => c.Span.Overlaps(span)).Select(c => c.Span));
        return spans;
    }

    private static bool HasNegation(string text)
    {
        foreach (var part in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[part];
            if (word is "not" or "no" or "never" or "none" or "neither" or "without" or "nor" or "cannot"
                or "nicht" or "kein" or "keine" or "keinen" or "nie" or "ohne"
                || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static List<int[]> ClausesOf(SentenceTerms terms, int[] sequence)
    {
        var text = terms.Account.Article.Text;
        List<int[]> clauses = [];
        var start = 0;
        for (var i = 1; i <= sequence.Length; i++)
        {
            if (i == sequence.Length || IsJoint(text.AsSpan(terms.Words[i - 1].Span.End, terms.Words[i].Span.Start - terms.Words[i - 1].Span.End)))
            {
                int[] clause = [.. sequence[start..i].Distinct().Order()];
                if (clause.Length >= 2)
                {
                    clauses.Add(clause);
                }
                start = i;
            }
        }
        return clauses;
    }

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(",;:()—–“”\"");

    // Between two content words: a mark, or a word that begins a clause.
    private static bool IsJoint(ReadOnlySpan<char> between)
    {
        if (between.ContainsAny(ClauseMarks))
        {
            return true;
        }
        foreach (var part in between.Split(' '))
        {
            if (between[part] is "and" or "but" or "who" or "which" or "that" or "when" or "while" or "where" or "after" or "before"
                or "as" or "because" or "und" or "aber" or "dass" or "der" or "die" or "das" or "als" or "nachdem" or "weil")
            {
                return true;
            }
        }
        return false;
    }
}
