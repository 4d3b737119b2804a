using System.Globalization;
using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Says in one sentence why an article is in its story, with the words that it shares with it as evidence.</summary>
internal static class JoinExplainer
{
    private const int MostNames = 4;
    private const int MostWords = 5;
    private const int MostMembers = 4;

    /// <summary>Why the article joined the best of the candidates. <paramref name="candidates"/> is sorted, best first.</summary>
    public static Explanation Joined(
        Article article, ArticleFeatures features, WeightedArticle weighted, List<JoinCandidate> candidates)
    {
        var best = candidates[0];
        var (shares, evidence) = Shares(article, features, weighted, best.Story);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{shares} with {Accounts(best.Story)}{Gap(weighted.Time, best.Story)}; {best.Probability:0%} sure{RunnerUp(candidates)}.");
        return new Explanation("cluster.joins", text, best.Probability, evidence);
    }

    /// <summary>Why the article took up a closed story again, of which the archived accounts are given.</summary>
    public static Explanation Revived(Article article, ArticleFeatures features, WeightedArticle weighted, JoinCandidate best)
    {
        var (shares, evidence) = Shares(article, features, weighted, best.Story);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{shares} with {best.Story.Id}, which had been closed{Gap(weighted.Time, best.Story)}; taken up again, {best.Probability:0%} sure.");
        return new Explanation("cluster.revives", text, best.Probability, evidence);
    }

    /// <summary>Why the story that the article opens goes on from an earlier one. <paramref name="likeness"/> in [0, 1] leaves the time out.</summary>
    public static Explanation Continued(
        Article article, ArticleFeatures features, WeightedArticle weighted, OpenStory earlier, double likeness)
    {
        var (shares, evidence) = Shares(article, features, weighted, earlier);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{shares} with {earlier.Id}{Gap(weighted.Time, earlier)}: not the same event, but one that goes on from it ({likeness:0%} alike but for the time).");
        return new Explanation("cluster.continues", text, likeness, evidence);
    }

    /// <summary>Why the article opened a story.</summary>
    public static Explanation Opened(List<JoinCandidate> candidates) =>
        candidates.Count == 0 || candidates[0].Probability < 0.01
            ? new Explanation("cluster.opens", "No story open at the time tells of the same event.", null, [])
            : new Explanation("cluster.opens", string.Create(CultureInfo.InvariantCulture,
                $"The most alike of the stories open at the time, {candidates[0].Story.Id}, is the same event with {candidates[0].Probability:0%} only."),
                candidates[0].Probability, []);

    /// <summary>"It shares …" for a sentence to go on from, and where the shared words first stand in the article.</summary>
    private static (string Words, IReadOnlyList<Evidence> Evidence) Shares(
        Article article, ArticleFeatures features, WeightedArticle weighted, OpenStory story)
    {
        List<TextSpan> evidence = [];
        var names = Shared(article.Text, features.Names, weighted.Names, story, static m => m.Names, MostNames, evidence);
        var words = Shared(article.Text, features.Body, weighted.Body, story, static m => m.Body, MostWords, evidence);
        if (words.Count == 0)
        {
            words = TitleWords(article, weighted, story);
        }
        var told = new List<string>();
        if (names.Count > 0)
        {
            told.Add("the names " + string.Join(", ", names));
        }
        if (words.Count > 0)
        {
            told.Add("the words " + string.Join(", ", words));
        }
        if (PairFeatures.IsAcross(weighted, story.Members[^1].Weighted)
            && Shared(article.Text, features.Ideas, weighted.Ideas, story, static m => m.Ideas, MostWords, evidence) is { Count: > 0 } ideas)
        {
            told.Add("what is meant by " + string.Join(", ", ideas));
        }
        return (
            told.Count > 0 ? "It shares " + string.Join(" and ", told) : "Its words are like those",
            evidence.Order().Distinct().Select(s => new Evidence(article.Id, s)).ToList());
    }

    private static string Accounts(OpenStory story) =>
        story.Members.Count == 1 ? "the account before it" : $"the {story.Members.Count} accounts before it";

    private static string Gap(DateTimeOffset? time, OpenStory story)
    {
        if (time is not { } now || story.Members.Max(static m => m.Weighted.Time) is not { } last)
        {
            return ", with no time known";
        }
        var gap = (now - last).Duration();
        return gap.TotalHours < 1 ? ", at the same time"
            : gap.TotalHours < 48 ? string.Create(CultureInfo.InvariantCulture, $", {gap.TotalHours:0} h apart")
            : string.Create(CultureInfo.InvariantCulture, $", {gap.TotalDays:0} days apart");
    }

    private static string RunnerUp(List<JoinCandidate> candidates) =>
        candidates.Count > 1 && candidates[1].Probability >= 0.005
            ? string.Create(CultureInfo.InvariantCulture, $" (next best {candidates[1].Story.Id} {candidates[1].Probability:0%})")
            : "";

    private static List<string> Shared(
        string text, List<ArticleTerm> terms, SparseVector article, OpenStory story,
        Func<WeightedArticle, SparseVector> kind, int most, List<TextSpan> evidence)
    {
        var weights = new float[article.Count];
        foreach (var member in story.Members.TakeLast(MostMembers))
        {
            article.AddProducts(kind(member.Weighted), weights);
        }
        List<(float Weight, TextSpan Span)> shared = [];
        foreach (var term in terms)
        {
            if (article.PlaceOf(term.Term) is >= 0 and var place && weights[place] > 0)
            {
                shared.Add((weights[place], term.First));
            }
        }
        shared.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Span.CompareTo(y.Span));
        List<string> words = [];
        foreach (var (_, span) in shared)
        {
            // "Rubio" is not told again where "Marco Rubio" stands in the list.
            if (words.Count < most && !evidence.Exists(t => t.Overlaps(span)))
            {
                evidence.Add(span);
                words.Add(span.Of(text));
            }
        }
        return words;
    }

    private static float WeightIn(OpenStory story, Func<WeightedArticle, SparseVector> kind, uint term)
    {
        var sum = 0f;
        foreach (var member in story.Members.TakeLast(MostMembers))
        {
            sum += kind(member.Weighted).WeightOf(term);
        }
        return sum;
    }

    private static List<string> TitleWords(Article article, WeightedArticle weighted, OpenStory story)
    {
        List<(float Weight, TextSpan Span)> shared = [];
        foreach (var term in Text.TermReader.Read(article.Title))
        {
            var weight = weighted.Title.WeightOf(term.Hash) * WeightIn(story, static m => m.Title, term.Hash);
            if (weight > 0)
            {
                shared.Add((weight, term.Span));
            }
        }
        shared.Sort(static (x, y) => x.Weight != y.Weight ? y.Weight.CompareTo(x.Weight) : x.Span.CompareTo(y.Span));
        return shared.Select(s => s.Span.Of(article.Title)).Distinct(StringComparer.Ordinal).Take(MostWords).ToList();
    }
}
