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
                var passages = aligner.Align(read[other], index.NumbersOf(other), shingleLengthWords);
                found.Add(new TextReuse(
                    read[i].Id,
                    read[other].Id,
                    (double)shared / index.Distinct[i],
                    (double)shared / index.Distinct[other],
                    (double)shared / (index.Distinct[i] + index.Distinct[other] - shared),
                    [.. passages.Select(p => new SharedPassage(p.InB, p.InA, p.LengthWords)).OrderBy(p => p.InA).ThenBy(p => p.InB)]));
            }
        }
        return found;
    }
}
