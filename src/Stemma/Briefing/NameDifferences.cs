using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds names that accounts spell differently, each keeping to its own spelling: two words, one equal and one off by a letter or
/// two; or one word off by a letter that is long and a person's or place's, or stands in sentences that state the same thing.
/// </summary>
internal sealed class NameDifferences(StoryTerms terms, ClaimAlignment alignment)
{
    /// <summary>Shortest word whose spelling is compared: short names differ by a letter and are others' names.</summary>
    private const int ShortestWord = 5;

    /// <summary>Shortest word that is compared without another beside it.</summary>
    private const int ShortestAlone = 6;

    /// <summary>From here on a word may be off by two letters.</summary>
    private const int LongWord = 8;

    // What stands before names; written small elsewhere it is no name either.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "president", "minister", "senator", "representative", "administrator", "adviser", "advisor", "marshal", "marshall", "judge", "justice", "officer",
        "director", "chief", "mayor", "governor", "secretary", "general", "chairman", "captain", "sergeant", "lieutenant", "professor", "doctor", "attorney",
    };

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>One difference per name. Cost: quadratic in the names that begin with one letter.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        SortedDictionary<(string First, string Second), List<(SentenceTerms Sentence, TextSpan Span)>> pairs = [];
        SortedDictionary<string, List<(SentenceTerms Sentence, TextSpan Span)>> alone = new(StringComparer.Ordinal);
        foreach (var sentence in story.Accounts.SelectMany(a => terms.ByAccount[a.Id]))
        {
            Read(sentence, pairs, alone);
        }
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (var letter in pairs.Keys.Where(k => IsName(k.First) && IsName(k.Second)).GroupBy(k => k.First[0]))
        {
            foreach (var (a, b) in PairsOf([.. letter], AreOneName))
            {
                // "Sergei Lavrov" tells of "Minister Sergei" as well.
                var misspelt = a.First == b.First ? a.Second : a.First;
                if (!told.Contains(misspelt) && ToDifference(pairs[a], pairs[b]) is { } difference)
                {
                    told.UnionWith(a.First == b.First ? [a.Second, b.Second] : a.Second == b.Second ? [a.First, b.First] : [a.First, a.Second, b.First, b.Second]);
                    yield return difference;
                }
            }
        }
        foreach (var letter in alone.Keys.Where(k => k.Length >= ShortestAlone && IsName(k) && !told.Contains(k)).GroupBy(k => k[0]))
        {
            foreach (var (a, b) in PairsOf([.. letter], static (x, y) => IsMisspelt(x, y, 1)))
            {
                if ((IsLongName(a, alone[a]) && IsLongName(b, alone[b]) || alone[a].Exists(x => alone[b].Exists(y => alignment.FigureOf(x.Sentence, y.Sentence) >= BriefOptions.SameClaim)))
                    && ToDifference(alone[a], alone[b]) is { } difference)
                {
                    yield return difference;
                }
            }
        }
    }

    private void Read(
        SentenceTerms sentence,
        SortedDictionary<(string First, string Second), List<(SentenceTerms Sentence, TextSpan Span)>> pairs,
        SortedDictionary<string, List<(SentenceTerms Sentence, TextSpan Span)>> alone)
    {
        var text = sentence.Account.Article.Text;
        string? before = null;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            var word = sentence.Words[i];
            var written = Bare(WordScanner.Fold(word.Span.Of(text)));
            if (!word.IsCapitalised || written.Length == 0 || written.Contains('-', StringComparison.Ordinal))
            {
                _written.Add(written);
                before = null;
                continue;
            }
            if (before is not null && word.Span.Start == sentence.Words[i - 1].Span.End + 1)
            {
                Add(pairs, (before, written), (sentence, new TextSpan(sentence.Words[i - 1].Span.Start, word.Span.End)));
            }
            if (i > 0)
            {
                Add(alone, written, (sentence, word.Span));
            }
            before = written;
        }
    }

    private static void Add<TKey>(
        SortedDictionary<TKey, List<(SentenceTerms Sentence, TextSpan Span)>> places, TKey key, (SentenceTerms Sentence, TextSpan Span) place)
        where TKey : notnull
    {
        if (!places.TryGetValue(key, out var list))
        {
            places[key] = list = [];
        }
        list.Add(place);
    }

    private static IEnumerable<(T A, T B)> PairsOf<T>(List<T> keys, Func<T, T, bool> areOne)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            for (var j = i + 1; j < keys.Count; j++)
            {
                if (areOne(keys[i], keys[j]))
                {
                    yield return (keys[i], keys[j]);
                }
            }
        }
    }

    // Without the ending of the genitive.
    private static string Bare(string folded) =>
        folded.EndsWith("'s", StringComparison.Ordinal) ? folded[..^2] : folded.TrimEnd('\'');

    private bool IsName(string word) => !_written.Contains(word) && !Titles.Contains(word);

    private static bool IsLongName(string word, List<(SentenceTerms Sentence, TextSpan Span)> places) =>
        word.Length >= LongWord && places.Exists(p => p.Sentence.Account.Analysis.Mentions.Any(m => m.Kind is MentionKind.Person or MentionKind.Place && m.Span.Contains(p.Span)));

    private static bool AreOneName((string First, string Second) a, (string First, string Second) b) =>
        (a.First == b.First && IsMisspelt(a.Second, b.Second, 2)) || (a.Second == b.Second && IsMisspelt(a.First, b.First, 2))
        || (IsMisspelt(a.First, b.First, 1) && IsMisspelt(a.Second, b.Second, 1));

    private static bool IsMisspelt(string a, string b, int most) =>
        a.Length >= ShortestWord && b.Length >= ShortestWord && a[0] == b[0] && Math.Abs(a.Length - b.Length) <= most
        && CommonWords.BuiltIn.Telling(ContentWords.Stem(a)) == 1 && CommonWords.BuiltIn.Telling(ContentWords.Stem(b)) == 1
        && ContentWords.Stem(a) != ContentWords.Stem(b) && !IsInflected(a, b) && Distance(a, b) <= (a.Length >= LongWord ? most : 1);

    private static bool IsInflected(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return longer.StartsWith(shorter, StringComparison.Ordinal)
            && longer[shorter.Length..] is "s" or "n" or "en" or "es" or "er" or "e" or "an" or "ns" or "y" or "i" or "is";
    }

    // Levenshtein 1966; names are short.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.Length];
    }

    private static Difference? ToDifference(
        List<(SentenceTerms Sentence, TextSpan Span)> a, List<(SentenceTerms Sentence, TextSpan Span)> b)
    {
        var inA = a.Select(p => p.Sentence.Account.Id).ToHashSet();
        var inB = b.Select(p => p.Sentence.Account.Id).ToHashSet();
        if (inA.Overlaps(inB))
        {
            // An account that has both tells two things apart.
            return null;
        }
        List<List<(SentenceTerms Sentence, TextSpan Span)>> sides = inA.Count >= inB.Count ? [a, b] : [b, a];
        var words = sides.SelectMany(s => s.DistinctBy(p => p.Sentence.Account.Id))
            .Select(p => new Evidence(p.Sentence.Account.Id, p.Span)).ToList();
        return new Difference(
            ItemId.Of('d', words, "name"),
            DifferenceKind.Name,
            false,
            [
                .. sides.Select(s => new DifferenceSide(
                    s[0].Span.Of(s[0].Sentence.Account.Article.Text),
                    [.. s.DistinctBy(p => p.Sentence.Account.Id).Select(p => new Evidence(p.Sentence.Account.Id, p.Span))],
                    [.. s.DistinctBy(p => p.Sentence.Account.Id).Select(p => p.Sentence.Evidence)])),
            ],
            new Explanation(
                "brief.difference.name",
                "One word of the name differs by a letter or two, and no account uses both spellings.",
                null,
                words));
    }
}
