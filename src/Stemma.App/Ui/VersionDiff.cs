using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>What an outlet changed between two versions of an article, word by word.</summary>
/// <remarks>
/// The shortest edit script of Myers, "An O(ND) difference algorithm and its variations" (1986), section 2, over words.
/// Departures: common beginnings and ends are cut off first, and beyond <see cref="MostEdits"/> edits the rest counts as one
/// change, which bounds time and memory by the square of that number. Changes with few equal words between them are joined.
/// </remarks>
public static class VersionDiff
{
    private const int MostEdits = 600;
    private const int JoinWords = 3;
    private const int ContextWords = 8;

    /// <summary>The changes from one version to the next, headline first, in the order of the text; empty if none.</summary>
    public static IReadOnlyList<VersionChange> Between(Article earlier, Article later)
    {
        List<VersionChange> changes = [];
        if (earlier.Title != later.Title)
        {
            changes.Add(new VersionChange("", CleanText.Of(earlier.Title), CleanText.Of(later.Title), ""));
        }
        var (a, b) = (Words(earlier.Text), Words(later.Text));
        foreach (var (fromA, toA, fromB, toB) in Join(Edits(a, b)))
        {
            changes.Add(new VersionChange(
                Text(b, Math.Max(0, fromB - ContextWords), fromB),
                Text(a, fromA, toA),
                Text(b, fromB, toB),
                Text(b, toB, Math.Min(b.Length, toB + ContextWords))));
        }
        return changes;
    }

    private static string[] Words(string text) =>
        CleanText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string[] words, int from, int to) => string.Join(' ', words[from..to]);

    private static List<(int FromA, int ToA, int FromB, int ToB)> Edits(string[] a, string[] b)
    {
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
        {
            (endA, endB) = (endA - 1, endB - 1);
        }
        List<(int, int, int, int)> edits = [];
        if (start == endA || start == endB)
        {
            if (start < endA || start < endB)
            {
                edits.Add((start, endA, start, endB));
            }
            return edits;
        }
        var trace = Search(a.AsSpan(start..endA), b.AsSpan(start..endB));
        if (trace is null)
        {
            return [(start, endA, start, endB)];
        }
        var (x, y) = (endA - start, endB - start);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var reached = trace[d - 1];
            var k = x - y;
            var down = k == -d || (k != d && reached[k - 1 + MostEdits] < reached[k + 1 + MostEdits]);
            var fromK = down ? k + 1 : k - 1;
            var (fromX, fromY) = (reached[fromK + MostEdits], reached[fromK + MostEdits] - fromK);
            edits.Add(down
                ? (fromX + start, fromX + start, fromY + start, fromY + 1 + start)
                : (fromX + start, fromX + 1 + start, fromY + start, fromY + start));
            (x, y) = (fromX, fromY);
        }
        edits.Reverse();
        return edits;
    }

    // The furthest reaching points after 0, 1, 2 … edits, until both ends are reached; null beyond the limit.
    private static List<int[]>? Search(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var reached = new int[(2 * MostEdits) + 3];
        List<int[]> trace = [];
        for (var d = 0; d < MostEdits; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = d == 0 ? 0
                    : k == -d || (k != d && reached[k - 1 + MostEdits] < reached[k + 1 + MostEdits])
                        ? reached[k + 1 + MostEdits]
                        : reached[k - 1 + MostEdits] + 1;
                while (x < a.Length && x - k < b.Length && x - k >= 0 && a[x] == b[x - k])
                {
                    x++;
                }
                reached[k + MostEdits] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    trace.Add((int[])reached.Clone());
                    return trace;
                }
            }
            trace.Add((int[])reached.Clone());
        }
        return null;
    }

    private static List<(int FromA, int ToA, int FromB, int ToB)> Join(List<(int FromA, int ToA, int FromB, int ToB)> edits)
    {
        List<(int FromA, int ToA, int FromB, int ToB)> joined = [];
        foreach (var edit in edits)
        {
            if (joined.Count > 0 && edit.FromA - joined[^1].ToA <= JoinWords && edit.FromB - joined[^1].ToB <= JoinWords)
            {
                joined[^1] = (joined[^1].FromA, edit.ToA, joined[^1].FromB, edit.ToB);
            }
            else
            {
                joined.Add(edit);
            }
        }
        return joined;
    }
}
