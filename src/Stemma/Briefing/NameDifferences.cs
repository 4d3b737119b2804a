using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Finds names that accounts spell differently: two words, one equal and one off by a letter or two, each account keeping to
/// its own spelling.
/// </summary>
internal sealed class NameDifferences(StoryTerms terms)
{
    /// <summary>Shortest word whose spelling is compared: short names differ by a letter and are others' names.</summary>
    private const int ShortestWord = 5;

    /// <summary>One difference per name. Cost: quadratic in the names of two words.</summary>
    public IEnumerable<Difference> Find(Story story)
    {
        SortedDictionary<(string Other, string Word), List<(SentenceTerms Sentence, TextSpan Span)>> names = [];
        foreach (var sentence in story.Accounts.SelectMany(a => terms.ByAccount[a.Id]))
        {
            var text = sentence.Account.Article.Text;
            for (var i = 1; i < sentence.Words.Count; i++)
            {
                var (first, second) = (sentence.Words[i - 1], sentence.Words[i]);
                if (first.IsCapitalised && second.IsCapitalised && second.Span.Start == first.Span.End + 1)
                {
                    var key = (WordScanner.Fold(first.Span.Of(text)), WordScanner.Fold(second.Span.Of(text)));
                    if (!names.TryGetValue(key, out var places))
                    {
                        names[key] = places = [];
                    }
                    places.Add((sentence, new TextSpan(first.Span.Start, second.Span.End)));
                }
            }
        }
        var keys = names.Keys.ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            for (var j = i + 1; j < keys.Count; j++)
            {
                if (AreOneName(keys[i], keys[j]) && ToDifference(names[keys[i]], names[keys[j]]) is { } difference)
                {
                    yield return difference;
                }
            }
        }
    }

    private static bool AreOneName((string First, string Second) a, (string First, string Second) b) =>
        (a.First == b.First && IsMisspelt(a.Second, b.Second)) || (a.Second == b.Second && IsMisspelt(a.First, b.First));

    private static bool IsMisspelt(string a, string b) =>
        CommonWords.BuiltIn.Telling(ContentWords.Stem(a)) == 1 && CommonWords.BuiltIn.Telling(ContentWords.Stem(b)) == 1
        && a.Length >= ShortestWord && b.Length >= ShortestWord && a[0] == b[0]
        && ContentWords.Stem(a) != ContentWords.Stem(b) && !IsInflected(a, b) && Distance(a, b) <= (a.Length >= 8 ? 2 : 1);

    private static bool IsInflected(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return longer.StartsWith(shorter, StringComparison.Ordinal)
            && longer[shorter.Length..] is "s" or "n" or "en" or "es" or "'s" or "er" or "e";
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
                "One word of the name is equal, the other differs by a letter or two, and no account uses both spellings.",
                null,
                words));
    }
}
