using Stemma.Model;
using Stemma.Text;

namespace Stemma.Tracing;

/// <summary>
/// The sentences of a story with their weighted terms, and the terms of the news itself: what most accounts lead with.
/// Built once per story; cost is linear in its text.
/// </summary>
internal sealed class StoryTerms
{
    /// <summary>How many opening sentences count as the lead of an account.</summary>
    public const int LeadSentences = 3;

    private readonly Dictionary<string, double> _news = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sentencesWith = new(StringComparer.Ordinal);

    public StoryTerms(Story story)
    {
        var sentencesWith = _sentencesWith;
        Dictionary<string, int> leadsWith = new(StringComparer.Ordinal);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var account in story.Accounts)
        {
            var text = account.Article.Text;
            List<SentenceTerms> sentences = [];
            HashSet<string> lead = new(StringComparer.Ordinal);
            foreach (var word in ContentWords.Of(account.Article.Title, new TextSpan(0, account.Article.Title.Length)))
            {
                lead.Add(word.Stem);
            }
            foreach (var (sentence, index) in account.Analysis.Sentences.Select((s, i) => (s, i)))
            {
                var words = ContentWords.Of(text, sentence.Span).ToList();
                sentences.Add(new SentenceTerms(account, index, sentence, words));
                foreach (var stem in sentences[^1].Stems)
                {
                    sentencesWith[stem] = sentencesWith.GetValueOrDefault(stem) + 1;
                    if (index < LeadSentences)
                    {
                        lead.Add(stem);
                    }
                }
                // The first word of a sentence is capitalised whatever it is.
                names.UnionWith(words.Where(w => w.IsNumber || (w.IsCapitalised && w.Span.Start > sentence.Span.Start + 1))
                    .Select(w => w.Stem));
            }
            foreach (var stem in lead)
            {
                leadsWith[stem] = leadsWith.GetValueOrDefault(stem) + 1;
            }
            ByAccount.Add(account.Id, sentences);
        }
        var total = ByAccount.Values.Sum(s => s.Count);
        foreach (var (stem, count) in sentencesWith)
        {
            _weights[stem] = Math.Log((total + 1.0) / (count + 0.5)) * (names.Contains(stem) ? 1.5 : 1.0)
                * CommonWords.BuiltIn.Telling(stem);
        }
        var half = Math.Max(1, (story.Accounts.Count + 1) / 2);
        foreach (var (stem, count) in leadsWith)
        {
            if (count >= half && stem.Length > 1)
            {
                _news[stem] = (double)count / story.Accounts.Count;
            }
        }
    }

    /// <summary>The sentences of each account, in text order.</summary>
    public Dictionary<ArticleId, List<SentenceTerms>> ByAccount { get; } = [];

    /// <summary>Terms of the news itself with the share of accounts that lead with them, in (0, 1].</summary>
    public IReadOnlyDictionary<string, double> News => _news;

    /// <summary>How telling a term is in this story: higher for rarer terms, names and numbers. 0 for an unknown one.</summary>
    public double Weight(string stem) => _weights.GetValueOrDefault(stem);

    /// <summary>In how many sentences of the story a term stands.</summary>
    public int SentencesWith(string stem) => _sentencesWith.GetValueOrDefault(stem);

    /// <summary>
    /// How much of a stretch of text speaks of the news itself, in [0, 1]: the share of its content words, each once, that
    /// are terms of the news, each counted by how telling it is and by the share of accounts that lead with it.
    /// </summary>
    public double NewsShare(string text, TextSpan span)
    {
        double shared = 0, all = 0;
        foreach (var stem in ContentWords.Of(text, span).Select(w => w.Stem).Distinct())
        {
            var telling = CommonWords.BuiltIn.Telling(stem);
            all += telling;
            shared += telling * _news.GetValueOrDefault(stem);
        }
        return all == 0 ? 0 : shared / all;
    }

    /// <summary>How much of the news itself a sentence tells, in [0, 1]: the weight of the news terms that it holds.</summary>
    public double NewsCover(SentenceTerms sentence)
    {
        double held = 0, all = 0;
        foreach (var (stem, weight) in _news)
        {
            var telling = CommonWords.BuiltIn.Telling(stem);
            all += weight * telling;
            held += sentence.Stems.Contains(stem) ? weight * telling : 0;
        }
        return all == 0 ? 0 : held / all;
    }

    /// <summary>
    /// Likeness of two sentences, in [0, 1]: cosine of their weighted terms, each term counted once.
    /// </summary>
    public double Likeness(SentenceTerms a, SentenceTerms b)
    {
        double shared = 0;
        var (small, large) = a.Stems.Count <= b.Stems.Count ? (a, b) : (b, a);
        foreach (var stem in small.Stems)
        {
            if (large.Stems.Contains(stem))
            {
                var weight = Weight(stem);
                shared += weight * weight;
            }
        }
        return shared == 0 ? 0 : shared / (Norm(a) * Norm(b));
    }

    /// <summary>
    /// How much of two sentences is the same, in [0, 1]: the weight of their shared terms over the geometric mean of their
    /// whole weights, which lets a short sentence inside a long one still count. 0 where fewer than two terms are shared, or only names: the
    /// same people may do different things.
    /// </summary>
    public double Overlap(SentenceTerms a, SentenceTerms b)
    {
        var (small, large) = a.Stems.Count <= b.Stems.Count ? (a, b) : (b, a);
        double shared = 0;
        var count = 0;
        var isSaidAlike = false;
        foreach (var stem in small.Stems)
        {
            if (large.Stems.Contains(stem))
            {
                shared += Weight(stem);
                count++;
                isSaidAlike |= small.PlainStems.Contains(stem) && CommonWords.BuiltIn.Telling(stem) > 0.4;
            }
        }
        if (count < 2 || !isSaidAlike)
        {
            return 0;
        }
        return shared / Math.Sqrt(Total(a) * Total(b));
    }

    private double Total(SentenceTerms sentence)
    {
        if (sentence.Total == 0)
        {
            sentence.Total = sentence.Stems.Sum(Weight);
        }
        return sentence.Total;
    }

    private double Norm(SentenceTerms sentence)
    {
        if (sentence.Norm == 0)
        {
            double sum = 0;
            foreach (var stem in sentence.Stems)
            {
                var weight = Weight(stem);
                sum += weight * weight;
            }
            sentence.Norm = Math.Sqrt(sum);
        }
        return sentence.Norm;
    }
}
