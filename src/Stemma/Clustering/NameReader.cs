using Stemma.Model;
using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>
/// Finds capitalised phrases ("Marco Rubio", "Department of Defense") in any language that writes names so. Cheaper than
/// the analysis step's mentions and, for telling stories apart, as good.
/// </summary>
internal sealed class NameReader(BackgroundFrequencies background)
{
    private const uint Salt = 0x4E414D45;
    private const int LongestName = 6;
    private const float CommonShare = 0.15f;

    private static readonly string[] Connectors = ["of", "de", "del", "der", "van", "von", "al", "bin", "di", "da", "du", "for", "the", "la"];

    private readonly HashSet<uint> _connectors = [.. Connectors.Select(static c => TermHash.Of(c))];

    /// <summary>The names in order of the text: each whole phrase and, of longer ones, the last word by itself.</summary>
    public List<Term> Read(string text, List<Term> words)
    {
        List<Term> names = [];
        HashSet<uint> lowerCase = [.. words.Where(static w => w.Shape == TermShape.Lower).Select(static w => w.Hash)];
        for (var i = 0; i < words.Count;)
        {
            if (!IsCapital(words[i]))
            {
                i++;
                continue;
            }
            var end = EndOfName(text, words, i);
            var start = i;
            while (start < end && words[start].StartsSentence && IsNoName(words[start], lowerCase, end - start))
            {
                start++;
            }
            if (start < end)
            {
                Add(words, start, end, names);
            }
            i = end;
        }
        return names;
    }

    private static bool IsCapital(Term word) => word.Shape is TermShape.Capitalised or TermShape.AllCapitals;

    /// <summary>A word that may be capitalised only because a sentence begins with it.</summary>
    private bool IsNoName(Term word, HashSet<uint> lowerCase, int length) =>
        background.ShareOf(word.Hash, 0) >= CommonShare || (length == 1 && lowerCase.Contains(word.Hash));

    private int EndOfName(string text, List<Term> words, int start)
    {
        var end = start + 1;
        while (end < words.Count && end - start < LongestName && AreNeighbours(text, words[end - 1], words[end]))
        {
            if (IsCapital(words[end]))
            {
                end++;
            }
            else if (_connectors.Contains(words[end].Hash) && end + 1 < words.Count && IsCapital(words[end + 1])
                && AreNeighbours(text, words[end], words[end + 1]))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }
        return end;
    }

    private static bool AreNeighbours(string text, Term left, Term right)
    {
        var gap = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        return gap is " " or "-" || (gap is ". " or "." && left.Span.Length <= 2);
    }

    private static void Add(List<Term> words, int start, int end, List<Term> names)
    {
        var last = words[end - 1];
        names.Add(last with { Hash = TermHash.Join(Salt, last.Hash) });
        if (end - start == 1)
        {
            return;
        }
        var hash = Salt;
        for (var i = start; i < end; i++)
        {
            hash = TermHash.Join(hash, words[i].Hash);
        }
        names.Add(new Term(hash, new TextSpan(words[start].Span.Start, last.Span.End), TermShape.Capitalised, false));
    }
}
