namespace Stemma.App.Evals;

/// <summary>Whether the names found are those of a label. Labels hold several names in one, and degrees behind a name.</summary>
internal static class AuthorTruth
{
    /// <summary>Whether the names are the label's, letter for letter but for case and signs.</summary>
    public static bool IsAsGiven(IReadOnlyList<string> truth, IReadOnlyList<string> found) =>
        Fold(found).SetEquals(truth.Select(ExtractionMetric.Fold));

    /// <summary>The same, or after the label's "A, B and C" was parted into names and "PhD" behind them left out.</summary>
    public static bool Agrees(IReadOnlyList<string> truth, IReadOnlyList<string> found) =>
        IsAsGiven(truth, found) || Fold(found).SetEquals(truth.SelectMany(Names).Select(ExtractionMetric.Fold));

    /// <summary>
    /// Whether names are the label's but for what the page may word otherwise: an office behind a name, a title before it, and
    /// further names, of which many labels hold the first alone. Nothing can be learned from these, for or against.
    /// </summary>
    public static bool MayAgree(IReadOnlyList<string> truth, IReadOnlyList<string> found)
    {
        var named = Fold(found);
        var plain = truth.Select(t => ExtractionMetric.Fold(t.Split([',', '(', '/', '|'])[0])).ToList();
        return plain.Count > 0 && (plain.TrueForAll(named.Contains) || plain.TrueForAll(p => p.StartsWith("dr ", StringComparison.Ordinal) && named.Contains(p[3..])));
    }

    private static HashSet<string> Fold(IReadOnlyList<string> names) =>
        names.Select(ExtractionMetric.Fold).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Names(string authors) =>
        authors.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where((part, i) => i == 0 || part.Contains(' ', StringComparison.Ordinal))
            .SelectMany(part => (part.StartsWith("and ", StringComparison.Ordinal) ? part[4..] : part)
                .Replace(" and ", "&", StringComparison.Ordinal)
                .Split('&', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
