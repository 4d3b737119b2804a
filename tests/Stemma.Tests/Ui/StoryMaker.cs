using Stemma.Model;

namespace Stemma.Tests.Ui;

/// <summary>Builds invented accounts for the views, and finds words in them.</summary>
internal sealed class StoryMaker
{
    private readonly Dictionary<string, Account> _accounts = [];

    /// <summary>The accounts by time, as a story holds them.</summary>
    public IReadOnlyList<Account> Accounts =>
        [.. _accounts.Values.OrderBy(a => a.Article.Time ?? default).ThenBy(a => a.Id)];

    public Account this[string key] => _accounts[key];

    /// <summary>Adds an account whose text is the paragraphs.</summary>
    public void Add(string key, Article sketch, params string[] paragraphs)
    {
        var article = Complete(sketch, paragraphs);
        _accounts[key] = new Account
        {
            Article = article,
            Analysis = new Analysis { Article = article.Id },
            Assignment = new Explanation("cluster.same-event", "Shares names and a day with the rest of the story.", 0.71, []),
        };
    }

    /// <summary>Puts an earlier version before an account.</summary>
    public void AddEarlier(string key, Article sketch, params string[] paragraphs) =>
        _accounts[key] = _accounts[key] with { EarlierVersions = [Complete(sketch, paragraphs)] };

    /// <summary>Where the words stand in an account's text.</summary>
    public Evidence Find(string key, string words) => new(_accounts[key].Id, Span(key, words));

    public TextSpan Span(string key, string words)
    {
        var at = _accounts[key].Article.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{key} does not hold: {words}");
        return new TextSpan(at, at + words.Length);
    }

    /// <summary>An explanation that rests on words of accounts.</summary>
    public Explanation Why(string rule, string text, double? figure, params (string Key, string Words)[] evidence) =>
        new(rule, text, figure, [.. evidence.Select(e => Find(e.Key, e.Words))]);

    private static Article Complete(Article sketch, string[] paragraphs)
    {
        var text = string.Join("\n\n", paragraphs);
        List<TextSpan> spans = [];
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            spans.Add(new TextSpan(at, at + paragraph.Length));
            at += paragraph.Length + 2;
        }
        return sketch with
        {
            Id = new ArticleId(ContentId.Of(sketch.Source, sketch.Outlet ?? "", sketch.Title, text)),
            Text = text,
            Paragraphs = spans,
        };
    }
}
