using System.Collections.Frozen;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.Briefing;

/// <summary>Words that hold a statement open: "possibility", "for now", "angeblich".</summary>
internal static class QualifierWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        """
        possibility possible possibly potential potentially may might could perhaps likely probably apparently allegedly
        alleged suspected reportedly nearly almost approximately roughly partly partially temporarily
        currently unless provisionally preliminary initially expected planned intends plans planning preparing
        moglich moglicherweise moglichkeit eventuell vielleicht wohl angeblich mutmasslich vorerst zunachst etwa rund knapp
        voraussichtlich derzeit teilweise
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    private static readonly string[][] Phrases =
    [
        ["for", "now"], ["for", "the", "time", "being"], ["at", "this", "time"], ["at", "the", "moment"], ["so", "far"],
        ["at", "least"], ["at", "most"], ["not", "yet"], ["bis", "auf", "weiteres"], ["im", "moment"],
    ];

    /// <summary>The qualifiers in a stretch, phrases whole, in order.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan span)
    {
        var words = WordScanner.Scan(text, span).ToList();
        var folded = words.ConvertAll(w => WordScanner.Fold(text.AsSpan(w.Start, w.Length)));
        for (var i = 0; i < words.Count; i++)
        {
            var phrase = Array.Find(Phrases, p => i + p.Length <= folded.Count && p.SequenceEqual(folded.Skip(i).Take(p.Length)));
            if (phrase is not null)
            {
                yield return new TextSpan(words[i].Start, words[i + phrase.Length - 1].End);
                i += phrase.Length - 1;
            }
            // "May" is a month or a name; "in the strongest possible terms" holds nothing open.
            else if (Words.Contains(folded[i]) && !(folded[i] == "may" && char.IsUpper(text[words[i].Start]))
                && !(i > 0 && folded[i] == "possible" && folded[i - 1].EndsWith("est", StringComparison.Ordinal)))
            {
                yield return words[i];
            }
        }
    }
}
