using System.Globalization;
using System.Text.RegularExpressions;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Chooses the account whose headline leads the story: the one that says most of what most accounts lead with.</summary>
internal sealed partial class HeadlineChooser(StoryTerms terms)
{
    /// <summary>The account, and why. Ties go to the earlier account.</summary>
    public (ArticleId Account, Explanation Why) Choose(Story story)
    {
        var best = story.Accounts
            .Select(a => (Account: a, Score: Score(a)))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => s.Account.Article.SortTime)
            .ThenBy(s => s.Account.Id)
            .First();
        return (best.Account.Id, new Explanation(
            "brief.headline",
            string.Create(CultureInfo.InvariantCulture,
                $"Of {story.Accounts.Count} headlines this one says most of what most accounts lead with, without loaded words or a question."),
            best.Score,
            []));
    }

    // Terms of the news it holds, over the root of its length, so that neither a bare name nor a long one wins.
    private double Score(Account account)
    {
        var title = account.Article.Title;
        var words = ContentWords.Of(title, new TextSpan(0, title.Length)).Select(w => w.Stem).Distinct().ToList();
        if (words.Count == 0)
        {
            return -1;
        }
        var score = words.Sum(w => terms.News.GetValueOrDefault(w)) / Math.Sqrt(Math.Max(words.Count, 5));
        if (title.Contains('?', StringComparison.Ordinal) || title.Contains('!', StringComparison.Ordinal))
        {
            score *= 0.5;
        }
        if (Loaded().IsMatch(title) || title.Any(c => c is '"' or '“' or '„' or '«'))
        {
            score *= 0.8;
        }
        if (Addresses().IsMatch(title))
        {
            score *= 0.6;
        }
        if (Labelled().IsMatch(title))
        {
            score *= 0.3;
        }
        return account.Article.Kind is ArticleKind.Opinion or ArticleKind.PaidContent ? score * 0.3 : score;
    }

    // It speaks to the reader, or explains, rather than tell.
    [GeneratedRegex(@"^(don['’]t|do not|why|how|here['’]s|here (is|are)|what|this is|get|stop|forget|meet|watch|yes|no|warum|wie|was)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^(opinion|analysis|commentary|editorial|column|review|meinung|kommentar|analyse)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"\b(shock(s|ing|er)?|outrage(d|ous)?|slam(s|med)?|blast(s|ed)?|rattles?|fury|chaos|stunning|bombshell|disaster(ous)?|horrific|brutal|evil|insane|crazy|destroy(s|ed)?|eviscerates?|Schock|Skandal|Wahnsinn|Irrsinn)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Loaded();
}
