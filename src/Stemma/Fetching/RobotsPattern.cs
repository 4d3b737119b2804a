namespace Stemma.Fetching;

/// <summary>Matches the paths of robots.txt: <c>*</c> is any run of characters, <c>$</c> at the end is the end of the path.</summary>
internal static class RobotsPattern
{
    /// <summary>Whether a pattern matches from the start of a path. Time is at most the product of both lengths; no backtracking
    /// beyond the last star, for the leftmost match of each part is as good as any other.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        var isAnchored = pattern is [.., '$'];
        if (isAnchored)
        {
            pattern = pattern[..^1];
        }
        var isFirst = true;
        while (true)
        {
            var star = pattern.IndexOf('*');
            var part = star < 0 ? pattern : pattern[..star];
            if (star < 0 && isAnchored)
            {
                return isFirst ? path.SequenceEqual(part) : path.EndsWith(part, StringComparison.Ordinal);
            }
            var at = isFirst ? (path.StartsWith(part, StringComparison.Ordinal) ? 0 : -1) : path.IndexOf(part, StringComparison.Ordinal);
            if (at < 0 || star < 0)
            {
                return at >= 0;
            }
            path = path[(at + part.Length)..];
            pattern = pattern[(star + 1)..];
            isFirst = false;
        }
    }
}
