namespace Stemma.App.Ui.Front;

/// <summary>
/// Tells the topic of a story from the words of its headline, by what stands under each topic in the same reader's stories whose
/// outlets name a section: naive Bayes over words with add-one smoothing and no prior, for
/// most outlets have most of their stories in one section. It learns from what came in and from nothing else.
/// </summary>
internal sealed class TopicModel
{
    private const int LeastExamples = 60;
    private const int LeastWords = 2;

    // Chosen 2026-11-24 on 3,227 headlines whose addresses name a section, five parts by time: right in .91 of the .42 it then tells;
    // at .9 right in .89 of .53. Below it, silence.
    private const double LeastSure = 0.95;
    private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Stories, int Words)> _totals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);
    private int _stories;

    /// <summary>Takes in a story whose topic its outlets tell.</summary>
    public void Learn(string topic, string language, string title)
    {
        var counts = _counts.TryGetValue(topic, out var known) ? known : _counts[topic] = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = WordsOf(language, title);
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            _vocabulary.Add(word);
        }
        var (stories, total) = _totals.GetValueOrDefault(topic);
        _totals[topic] = (stories + 1, total + words.Count);
        _stories++;
    }

    /// <summary>The likeliest topic with how sure it is, and the words that speak for it most; null where it is not sure, or has learned too little.</summary>
    public (string Topic, double Sure, IReadOnlyList<string> Words)? Tell(string language, string title)
    {
        if (_stories < LeastExamples || _totals.Count < 2)
        {
            return null;
        }
        var words = WordsOf(language, title).Where(_vocabulary.Contains).ToList();
        if (words.Count < LeastWords)
        {
            return null;
        }
        var scores = _totals.OrderBy(static t => t.Key, StringComparer.Ordinal).Select(t => (Topic: t.Key, Score: words.Sum(w => Weight(t.Key, w)))).ToList();
        var best = scores.MaxBy(static s => s.Score);
        var sure = 1 / scores.Sum(s => Math.Exp(s.Score - best.Score));
        if (sure < LeastSure)
        {
            return null;
        }
        var others = scores.Where(s => s.Topic != best.Topic).Select(static s => s.Topic).ToList();
        var telling = words.Distinct().Select(w => (Word: w, Gain: Weight(best.Topic, w) - others.Average(o => Weight(o, w)))).Where(static w => w.Gain > 0)
            .OrderByDescending(static w => w.Gain).ThenBy(static w => w.Word, StringComparer.Ordinal).Take(3).Select(static w => w.Word[(w.Word.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return (best.Topic, sure, [.. telling]);
    }

    private double Weight(string topic, string word) =>
        Math.Log((_counts[topic].GetValueOrDefault(word) + 1.0) / (_totals[topic].Words + _vocabulary.Count + 1.0));

    // A word of one language says nothing in another.
    private static List<string> WordsOf(string language, string title) =>
        [.. TopicNames.Folded(title).Where(static w => w.Length > 3).Select(w => language + ":" + w)];
}
