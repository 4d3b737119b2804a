using System.Text;
using Stemma.App.Json;
using Stemma.App.Ui.Shell;
using Stemma.Storage;
using Stemma.Text;

namespace Stemma.App.Ui.Alerts;

/// <summary>A message in the reader's language: headlines word for word, whose they are, what changed, and where to read on.</summary>
internal sealed record AlertMessage
{
    private const int MostItems = 30;
    private const int MostHeadlineChars = 300;
    private const int MostSubjectChars = 150;
    private const int MostNamed = 4;
    private const int MostShown = 4;
    private const int MostShownChars = 220;

    public required string Subject { get; init; }

    /// <summary>What is shown: one event once, however many articles of it were found.</summary>
    public required IReadOnlyList<AlertItem> Items { get; init; }

    /// <summary>How many more there are than <see cref="Items"/>, in words; null for none.</summary>
    public string? More { get; init; }

    /// <summary>Scheme and host of this server.</summary>
    public required string Home { get; init; }

    /// <summary>Where the reader changes what is told.</summary>
    public string Settings => Home + "/alerts";

    /// <summary>Why it was sent, and where that is changed.</summary>
    public required string Foot { get; init; }

    public required long Number { get; init; }

    public static AlertMessage Of(AlertDelivery delivery, Texts texts, string home)
    {
        var all = delivery.News
            .GroupBy(static n => n is { Kind: AlertNewsKind.Article, Story: { } story } ? story.ToString() : n.Kind + " " + n.Article + n.Story)
            .Select(g => ItemOf([.. g], texts)).ToList();
        var items = all.Take(MostItems).ToList();
        var left = all.Count - items.Count;
        return new AlertMessage
        {
            Subject = items.Count == 0 ? "Stemma" : Excerpt.Start(
                all.Count == 1 ? items[0].Headline : texts.Of("alert.subject", all.Count, items[^1].Headline), MostSubjectChars),
            Items = items,
            More = left > 0 ? texts.Count("alert.more", left) : null,
            Home = home,
            Foot = texts.Of("alert.foot", home + "/alerts"),
            Number = delivery.Id,
        };
    }

    /// <summary>As a mail shows it.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var item in Items)
        {
            text.Append(item.Headline).Append('\n');
            text.Append(string.Join(" · ", new[] { item.Outlet, item.What }.Where(static p => p.Length > 0))).Append('\n');
            text.Append(Home).Append(item.Path).Append("\n\n");
        }
        if (More is not null)
        {
            text.Append(More).Append("\n\n");
        }
        return text.Append("-- \n").Append(Foot).Append('\n').ToString();
    }

    /// <summary>As a browser shows it in a notification.</summary>
    public PushJson Shown() => Items is [var only]
        ? new PushJson(
            Excerpt.Start(only.Headline, MostShownChars),
            Excerpt.Start(string.Join(" · ", new[] { only.Outlet, only.What }.Where(static p => p.Length > 0)), MostShownChars),
            only.Path, "stemma-" + Number)
        : new PushJson(
            Subject,
            string.Join('\n', Items.Reverse().Take(MostShown).Select(static i => "• " + Excerpt.Start(i.Headline, MostShownChars))),
            "/alerts", "stemma-" + Number);

    /// <summary>Articles of one event as one: the first headline, and who else has it.</summary>
    private static AlertItem ItemOf(IReadOnlyList<AlertNews> news, Texts texts)
    {
        var first = ItemOf(news[0], texts);
        if (news is not [{ Story: { } story }, _, ..])
        {
            return first;
        }
        var names = news.Skip(1).Select(static n => CleanText.Of(n.Outlet ?? "")).Where(static n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var others = string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? " …" : "");
        return first with { What = first.What + ", " + texts.Of("alert.alsoby", news.Count - 1, others), Path = "/stories/" + story };
    }

    /// <summary>One piece of news by itself.</summary>
    internal static AlertItem ItemOf(AlertNews news, Texts texts) => new(
        news.Kind switch
        {
            AlertNewsKind.Test => texts["alert.test"],
            AlertNewsKind.Code => texts.Of("alert.codemail", news.Query),
            _ => Excerpt.Start(CleanText.Of(news.Title), MostHeadlineChars) is { Length: > 0 } title ? title : texts["article.untitled"],
        },
        CleanText.Of(news.Outlet ?? ""),
        WhatOf(news, texts),
        news switch
        {
            { Kind: AlertNewsKind.Story, Story: { } story } => "/stories/" + story,
            { Article: { } article } => "/articles/" + article,
            _ => "/alerts",
        });

    private static string WhatOf(AlertNews news, Texts texts)
    {
        List<string> parts = [];
        void Add(bool isSo, string text)
        {
            if (isSo)
            {
                parts.Add(text);
            }
        }
        if (news.Kind == AlertNewsKind.Article)
        {
            parts.Add(texts.Of("alert.found", CleanText.Of(news.Query)));
            Add(news.Accounts > 1, texts.Count("accounts", news.Accounts));
            Add(news.Accounts > 1 && news.Roots > 0, texts.Count("roots", news.Roots));
        }
        else if (news.Kind == AlertNewsKind.Story)
        {
            Add(news.NewAccounts > 0, texts.Count("alert.accounts", news.NewAccounts));
            Add(news.NewRoots > 0, texts.Count("alert.roots", news.NewRoots));
            Add(news.NewDenials > 0, news.IsFirstDenial ? texts["alert.firstdenial"] : texts.Count("alert.denials", news.NewDenials));
            Add(news.NewConflicts > 0, news.IsFirstConflict ? texts["alert.firstconflict"] : texts.Count("alert.conflicts", news.NewConflicts));
            parts.Add(texts.Of("alert.nowhas", texts.Count("accounts", news.Accounts), texts.Count("roots", news.Roots)));
        }
        return string.Join(", ", parts);
    }
}
