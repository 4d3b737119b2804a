using Stemma.Extraction.Learning;

namespace Stemma.App.Evals;

/// <summary>One labelled page as training sees it.</summary>
/// <param name="Truth">Its label.</param>
/// <param name="Context">Its blocks.</param>
/// <param name="Labels">Which of them belong to the body; null where its label does not tell.</param>
/// <param name="FirstRow">Number of the first block among the rows of all pages.</param>
/// <param name="Fold">The fold it is left out with; pages of one host share it.</param>
internal sealed record ExtractionSample(
    ExtractionTruth Truth, PageContext Context, bool?[] Labels, int FirstRow, int Fold)
{
    /// <summary>The fold of a host, the same in every run: by its last two or three labels, so that subdomains go together.</summary>
    public static int FoldOf(Uri? url, int folds)
    {
        var parts = (url?.Host ?? "").Split('.');
        var take = parts.Length >= 3 && parts[^2].Length <= 3 && parts[^1].Length == 2 ? 3 : 2;
        var hash = 2166136261u;
        foreach (var c in string.Join('.', parts.TakeLast(take)))
        {
            hash = (hash ^ c) * 16777619u;
        }
        return (int)(hash % (uint)folds);
    }

    /// <summary>The text that a choice of blocks gives.</summary>
    public string TextOf(Func<int, bool> isKept) =>
        string.Join("\n\n", Context.Blocks.Where((_, i) => isKept(i)).Select(b => b.Text));
}
