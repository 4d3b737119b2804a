namespace Stemma.Storage;

/// <summary>
/// Orders matches by relevance. BM25 of the index would read every match of every word for each search, which at a million articles
/// takes longer than a reader waits; a news search has better signs at hand: words in the headline, words in the lead, how rare each
/// is there, and how many accounts the story has.
/// </summary>
internal static class SearchRanking
{
    private const double InTitle = 3;
    private const double InLead = 1;

    // A word that stands somewhere in the text, as all do of a query without OR.
    private const double Somewhere = 0.25;
    private const double PerDoubling = 0.3;

    /// <summary>The matches, best first; equal ones stay in their order. Linear in the number of matches, but for sorting.</summary>
    /// <param name="matches">What the index found, newest first: place of arrival, headline, lead, accounts of the story.</param>
    /// <param name="words">What was searched for; a closing star stands for any ending.</param>
    public static IEnumerable<long> Order(IReadOnlyList<(long Seq, string Title, string Lead, long Accounts)> matches, IReadOnlyList<string> words)
    {
        string[] folded = [.. words.Select(FoundWords.Fold)];
        var places = matches.Select(m => PlacesOf(m.Title, m.Lead, folded)).ToList();
        // A word that stands in many headlines tells little of each.
        double[] weights = [.. folded.Select((_, w) => Math.Log(1 + ((1.0 + matches.Count) / (1 + places.Count(p => p[w] > Somewhere)))))];
        return matches
            .Select((m, i) => (m.Seq, Score: places[i].Select((place, w) => place * weights[w]).Sum() + (PerDoubling * Math.Log2(Math.Max(1, m.Accounts)))))
            .OrderByDescending(static m => m.Score).ThenByDescending(static m => m.Seq)
            .Select(static m => m.Seq);
    }

    private static double[] PlacesOf(string title, string lead, string[] words)
    {
        var (foldedTitle, foldedLead) = (FoundWords.Fold(title), FoundWords.Fold(lead));
        return [.. words.Select(w => FoundWords.Find(foldedTitle, w).Any() ? InTitle : FoundWords.Find(foldedLead, w).Any() ? InLead : Somewhere)];
    }
}
