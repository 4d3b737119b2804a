using Stemma.Model;

namespace Stemma.Text;

/// <summary>Finds text that stands in two articles (Broder 1997: shingles, resemblance, containment), counted exactly.</summary>
/// <param name="shingleLengthWords">How many words in a row must be equal to be noticed; at least 2.</param>
public sealed class ReuseDetector(int shingleLengthWords = 8)
{
    /// <summary>
    /// All pairs that share at least one shingle, in order of the smaller id, then of the other; <c>A</c> has the smaller id.
    /// Texts shorter than a shingle share nothing. The cost is linear in the words of all texts and in the text shared.
    /// </summary>
    public IReadOnlyList<TextReuse> Detect(IReadOnlyList<(ArticleId Id, string Text)> texts)
    {
        List<ReuseText> read = [.. texts.DistinctBy(t => t.Id).OrderBy(t => t.Id).Select(t => ReuseText.Read(t.Id, t.Text, shingleLengthWords))];
        var index = new ReuseIndex(read);
        var aligner = new ReuseAligner(index);
        List<TextReuse> found = [];
        for (var i = 0; i < read.Count; i++)
        {
            var sharers = index.SharersAfter(i);
            if (sharers.Count == 0)
            {
                continue;
            }
            aligner.Against(read[i], index.NumbersOf(i));
            foreach (var (other, shared) in sharers)
            {
                found.Add(Told(read, index, aligner, i, other, shared));
            }
        }
        return found;
    }

    /// <summary>What two texts share; null if not one shingle. <c>A</c> is the first. Linear in their words.</summary>
    internal TextReuse? Compare(ReuseText a, ReuseText b)
    {
        ReuseText[] both = [a, b];
        var index = new ReuseIndex(both);
        if (index.SharersAfter(0) is not [var (other, shared)])
        {
            return null;
        }
        var aligner = new ReuseAligner(index);
        aligner.Against(a, index.NumbersOf(0));
        return Told(both, index, aligner, 0, other, shared);
    }

    private TextReuse Told(IReadOnlyList<ReuseText> read, ReuseIndex index, ReuseAligner aligner, int one, int other, int shared)
    {
        var passages = aligner.Align(read[other], index.NumbersOf(other), shingleLengthWords);
        return new TextReuse(
            read[one].Id,
            read[other].Id,
            (double)shared / index.Distinct[one],
            (double)shared / index.Distinct[other],
            (double)shared / (index.Distinct[one] + index.Distinct[other] - shared),
            [.. passages.Select(p => new SharedPassage(p.InB, p.InA, p.LengthWords)).OrderBy(p => p.InA).ThenBy(p => p.InB)]);
    }
}
