using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// The full names of the people in a set of articles that belong together. An article that only says "Mr. Lee" borrows
/// the full
/// name most of the others give that surname, if nearly all agree; its explanations say so. Surnames that several
/// people
/// share stay as they are.
/// </summary>
internal sealed class SharedNames
{
    // Three quarters of the articles with a full form must agree, and at least two must give it: chosen on quotes,
    // 2026-11-24.
    private const double LeastShare = 0.75;
    private const int LeastArticles = 2;

    private readonly Dictionary<string, Dictionary<string, int>> _articlesByName = new(StringComparer.Ordinal);

    /// <summary>Counts the full names of one more article.</summary>
    public void Add(Analysis analysis)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Person && mention.Name.Contains(' ') && seen.Add(mention.Name))
            {
                var surname = Surname(mention.Name);
                if (!_articlesByName.TryGetValue(surname, out var names))
                {
                    _articlesByName[surname] = names = new Dictionary<string, int>(StringComparer.Ordinal);
                }
                names[mention.Name] = names.GetValueOrDefault(mention.Name) + 1;
            }
        }
    }

    /// <summary>The analysis with lone surnames completed.</summary>
    public Analysis Complete(Analysis analysis)
    {
        var full = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Kind == MentionKind.Person && !mention.Name.Contains(' ') && !full.ContainsKey(mention.Name)
                && FullName(mention.Name) is { } name)
            {
                full[mention.Name] = name;
            }
        }
        return full.Count == 0 ? analysis : analysis with
        {
            Mentions = [.. analysis.Mentions.Select(m => full.TryGetValue(m.Name, out var name)
                ? m with { Name = name } : m)],
            Quotes = [.. analysis.Quotes.Select(q => q.Speaker is { } speaker && full.TryGetValue(speaker, out var name)
                ? q with { Speaker = name, Explanation = Borrowed(q.Explanation, name) } : q)],
            Statuses = [.. analysis.Statuses.Select(s => s.Party is { } party
            && full.TryGetValue(party, out var name) ? s with { Party = name } : s)],
        };
    }

    private static Explanation Borrowed(Explanation explanation, string name) => explanation with
    {
        Text = explanation.Text + $"; the full name {name} is that of the other articles",
        Figure = explanation.Figure * 0.9,
    };

    private string? FullName(string surname)
    {
        if (!_articlesByName.TryGetValue(surname.ToLowerInvariant(), out var names))
        {
            return null;
        }
        var best = names.OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).First();
        // "Ann B. Lee" speaks for "Ann Lee"
        var given = best.Key.Split(' ')[0];
        var agree = names.Where(n => n.Key.StartsWith(given, StringComparison.Ordinal)).Sum(n => n.Value);
        return best.Value >= LeastArticles && agree >= LeastShare * names.Sum(n => n.Value) ? best.Key : null;
    }

    private static string Surname(string name)
    {
        var words = name.Split(' ', ',').Where(w => w.Length > 0).ToArray();
        var last = words.Length - 1;
        while (last > 0 && words[last] is "Jr." or "Sr." or "Jr" or "Sr" or "II" or "III" or "IV")
        {
            last--;
        }
        return words[last].ToLowerInvariant();
    }
}
