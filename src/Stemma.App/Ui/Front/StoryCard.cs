using Stemma.App.Ui.Pictures;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui.Front;

/// <summary>What the front page tells of a story besides its line: words of its accounts, verbatim, and who was first.</summary>
public sealed record StoryCard
{
    private const int LedeChars = 280;
    private const int MostFirsts = 3;

    /// <summary>The best supported sentence of the news; empty where no account states one.</summary>
    public string Lede { get; init; } = "";

    public ArticleId LedeOf { get; init; }

    public string LedeOutlet { get; init; } = "";

    public string LedeLanguage { get; init; } = "und";

    /// <summary>The outlets that had it first.</summary>
    public IReadOnlyList<(string Outlet, ArticleId? Article, Moment? At)> Firsts { get; init; } = [];

    /// <summary>Accounts that rest on others.</summary>
    public int Repeats { get; init; }

    /// <summary>A picture of one of its accounts.</summary>
    public LeadPicture? Picture { get; init; }

    /// <summary>Who denied, and in whose account.</summary>
    public string? Denier { get; init; }

    public static StoryCard Of(StoryBrief brief)
    {
        var articles = brief.Story.Accounts.ToDictionary(static a => a.Id, static a => a.Article);
        var title = articles.GetValueOrDefault(brief.HeadlineOf)?.Title ?? "";
        var claim = brief.Claims.FirstOrDefault(c => c.IsTheNews && Words(articles, c.Words) is { Length: > 40 } words && words != title)
            ?? brief.Claims.FirstOrDefault(c => Words(articles, c.Words).Length > 40);
        var teller = claim is null ? null : articles.GetValueOrDefault(claim.Words.Article);
        return new StoryCard
        {
            Lede = claim is null ? "" : Excerpt.Start(WithoutDateline(Words(articles, claim.Words), teller?.Dateline), LedeChars),
            LedeOf = teller?.Id ?? default,
            LedeOutlet = CleanText.Of(teller?.OutletLabel ?? ""),
            LedeLanguage = teller?.Language ?? "und",
            Firsts =
            [
                .. brief.Story.Accounts.DistinctBy(static a => a.Outlet).Take(MostFirsts).Select(static a => (CleanText.Of(a.Outlet), (ArticleId?)a.Id, a.Article.Time)),
            ],
            Picture = LeadPicture.Of(brief),
            Repeats = brief.Lineage.Origins.Count(static o => o.FirstHand == FirstHand.No),
            Denier = brief.Statements.FirstOrDefault(static s => s.Kind == StatusKind.Denied)?.Party is { } party ? CleanText.Of(party) : null,
        };
    }

    /// <summary>What was kept of a story for a past day: the same with less.</summary>
    public static StoryCard Of(Storage.StoryLine line) => new()
    {
        Lede = line.LedeOf is null ? "" : CleanText.Of(line.Lede),
        LedeOf = line.LedeOf ?? default,
        LedeOutlet = CleanText.Of(line.LedeOutlet ?? ""),
        LedeLanguage = line.Language,
        Firsts = [.. line.OutletNames.Take(MostFirsts).Select(static n => (CleanText.Of(n), (ArticleId?)null, (Moment?)null))],
    };

    /// <summary>The words after the place and agency that open a report ("PORT ELLERY (HNA) – A ferry …"): they say where it was written, not what happened.</summary>
    private static string WithoutDateline(string words, string? dateline)
    {
        const int longest = 60;
        if (dateline is not { Length: > 1 } || !words.StartsWith(dateline.Split(',')[0], StringComparison.OrdinalIgnoreCase))
        {
            return words;
        }
        foreach (var dash in new[] { " – ", " — ", " - ", " -- ", ": " })
        {
            var at = words.IndexOf(dash, StringComparison.Ordinal);
            if (at is > 0 and < longest && at + dash.Length < words.Length)
            {
                return words[(at + dash.Length)..];
            }
        }
        return words;
    }

    private static string Words(Dictionary<ArticleId, Article> articles, Evidence evidence) =>
        articles.GetValueOrDefault(evidence.Article)?.Text is { } text && evidence.Span.Start >= 0 && evidence.Span.End <= text.Length && !evidence.Span.IsEmpty
            ? CleanText.Of(evidence.Span.Of(text))
            : "";
}
