using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Finds where accounts print the same quotation with another word in it: "whatever means are needed", "whatever tools are needed".</summary>
internal static class WordingDifferences
{
    /// <summary>Equal words that must stand on each side.</summary>
    private const int Anchor = 2;

    /// <summary>Most words that differ on either side.</summary>
    private const int MostWords = 3;

    /// <summary>Words that must be shared in all before two quotations are taken for one.</summary>
    private const int SharedWords = 6;

    /// <summary>Differences shown of one utterance.</summary>
    private const int MostOfOne = 2;

    /// <summary>Wordings of one utterance that are compared with its fullest one.</summary>
    private const int MostWordings = 40;

    /// <summary>One difference per changed place, the first ones of each utterance. Cost: linear in the wordings, each aligned with the fullest.</summary>
    public static IEnumerable<Difference> Find(Story story, IReadOnlyList<Utterance> utterances)
    {
        var texts = story.Accounts.ToDictionary(a => a.Id, a => a.Article.Text);
        foreach (var utterance in utterances)
        {
            SortedDictionary<string, (Wording Of, TextSpan First, List<(Wording Of, TextSpan Span)> Others)> places = new(StringComparer.Ordinal);
            var fullest = utterance.Wordings[0];
            foreach (var other in utterance.Wordings.Skip(1).Take(MostWordings).Where(w => w.Account != fullest.Account))
            {
                var alignment = WordAlignment.Of(texts[fullest.Account], fullest.Parts, texts[other.Account], other.Parts);
                if (alignment.Pairs.Count < SharedWords)
                {
                    continue;
                }
                foreach (var (a, b) in Changed(alignment, texts[fullest.Account], texts[other.Account]))
                {
                    var key = $"{a.Start:D8} {string.Join(' ', Folded(texts[other.Account], b))}";
                    if (!places.TryGetValue(key, out var place))
                    {
                        places[key] = place = (fullest, a, []);
                    }
                    place.Others.Add((other, b));
                }
            }
            foreach (var (_, place) in places.Take(MostOfOne))
            {
                yield return ToDifference(utterance, place.Of, place.First, place.Others, texts);
            }
        }
    }

    private static IEnumerable<(TextSpan A, TextSpan B)> Changed(WordAlignment alignment, string textA, string textB)
    {
        var pairs = alignment.Pairs;
        for (var i = Anchor - 1; i + Anchor < pairs.Count; i++)
        {
            var (before, after) = (pairs[i], pairs[i + 1]);
            var (gapA, gapB) = (after.A - before.A - 1, after.B - before.B - 1);
            if (gapA is 0 or > MostWords || gapB is 0 or > MostWords || !IsRun(pairs, i - Anchor + 1, i) || !IsRun(pairs, i + 1, i + Anchor))
            {
                continue;
            }
            var a = new TextSpan(alignment.A[before.A + 1].Start, alignment.A[after.A - 1].End);
            var b = new TextSpan(alignment.B[before.B + 1].Start, alignment.B[after.B - 1].End);
            if (AreOtherWords([.. Folded(textA, a)], [.. Folded(textB, b)]) && !IsMended(textA, a) && !IsMended(textB, b))
            {
                yield return (a, b);
            }
        }
    }

    private static bool IsRun(IReadOnlyList<(int A, int B)> pairs, int from, int to) =>
        pairs[to].A - pairs[from].A == to - from && pairs[to].B - pairs[from].B == to - from;

    private static IEnumerable<string> Folded(string text, TextSpan span) =>
        WordScanner.Scan(text, span).Select(w => WordScanner.Fold(text.AsSpan(w.Start, w.Length)));

    // "do not" and "don't", "10" and "ten", "and" and "&", one word and its plural are no other words; another pronoun is.
    private static bool AreOtherWords(string[] a, string[] b)
    {
        var (x, y) = (Joined(a), Joined(b));
        return !a.Concat(b).Any(static w => char.IsDigit(w[0]) || w.Contains('\'', StringComparison.Ordinal) || w is "and" or "not" or "uh" or "um" or "in" or "on" or "at" or "gonna")
            && !x.StartsWith(y, StringComparison.Ordinal) && !y.StartsWith(x, StringComparison.Ordinal)
            && ContentWords.Stem(x) != ContentWords.Stem(y)
            && a.Concat(b).Any(static w => w.Length > 2 && CommonWords.BuiltIn.Telling(ContentWords.Stem(w)) > 0.3 || Pronouns.Contains(w))
            && !IsTypo(x, y) && !IsShort(a, y) && !IsShort(b, x);
    }

    private static string Joined(string[] words) =>
        string.Concat(words).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    // "U.S.", "United States".
    private static bool IsShort(string[] words, string letters) =>
        words.Length > 1 && words.Length == letters.Length && words.Index().All(w => w.Item[0] == letters[w.Index]);

    // Off by a letter or two: a slip of the keys.
    private static bool IsTypo(string a, string b) =>
        a.Length > 4 && b.Length > 4 && Math.Abs(a.Length - b.Length) <= 1 && a.Zip(b).Count(p => p.First == p.Second) >= Math.Min(a.Length, b.Length) - 2;

    // What the outlet put in brackets is its own word; letters that it starred out are none.
    private static bool IsMended(string text, TextSpan span) =>
        text.AsSpan(Math.Max(0, span.Start - 2), Math.Min(text.Length, span.End + 2) - Math.Max(0, span.Start - 2)).ContainsAny("[](*");

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "i", "me", "my", "we", "us", "our", "he", "him", "his", "she", "her", "they", "them", "their", "you", "your", "ich", "wir", "uns", "er", "sie",
    };

    private static Difference ToDifference(
        Utterance utterance,
        Wording fullest,
        TextSpan first,
        List<(Wording Of, TextSpan Span)> others,
        Dictionary<ArticleId, string> texts)
    {
        List<Evidence> words = [new(fullest.Account, first), .. others.Select(o => new Evidence(o.Of.Account, o.Span))];
        return new Difference(
            ItemId.Of('d', words, "wording"),
            DifferenceKind.Wording,
            false,
            [
                new DifferenceSide(first.Of(texts[fullest.Account]), [words[0]], [PartWith(fullest, first)]),
                new DifferenceSide(others[0].Span.Of(texts[others[0].Of.Account]), [.. words.Skip(1)], [.. others.Select(o => PartWith(o.Of, o.Span))]),
            ],
            new Explanation(
                "brief.difference.wording",
                $"Both quote the same words of {utterance.Speaker}; in one place they print others.",
                null,
                words));
    }

    private static Evidence PartWith(Wording wording, TextSpan span) =>
        new(wording.Account, wording.Parts.FirstOrDefault(p => p.Contains(span), span));
}
