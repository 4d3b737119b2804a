using Stemma.App.Ui.Shell;
using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>
/// The words on screen for values of the model, from the table of texts: one place, so that terminal, page and docs say the same in
/// each language. English where no language is given.
/// </summary>
public static class Label
{
    public static string Of(ClaimStatus status, Texts? texts = null) => In(texts)[status switch
    {
        ClaimStatus.Reported => "status.reported",
        ClaimStatus.Confirmed => "status.confirmed",
        ClaimStatus.Denied => "status.denied",
        ClaimStatus.Declined => "status.declined",
        ClaimStatus.Disputed => "status.disputed",
        _ => "status.unclear",
    }];

    public static string Of(StatusKind kind, Texts? texts = null) => In(texts)[kind switch
    {
        StatusKind.Confirmed => "status.confirmed",
        StatusKind.Denied => "status.denied",
        StatusKind.Declined => "status.declined",
        StatusKind.NoResponse => "status.noresponse",
        _ => "status.leftopen",
    }];

    /// <summary>What the one who rests does: "cites", "carries the text of".</summary>
    public static string Of(SourceLinkKind kind, Texts? texts = null) => In(texts)[NameOf(kind)];

    /// <summary>The link as a sentence: "Coast Radio cites Harbour Gazette".</summary>
    public static string Of(SourceLinkKind kind, string from, string to, Texts? texts = null) => In(texts).Of(NameOf(kind) + ".is", from, to);

    public static string Of(FirstHand firstHand, Texts? texts = null) => In(texts)[firstHand switch
    {
        FirstHand.Yes => "hand.yes",
        FirstHand.No => "hand.no",
        _ => "hand.unclear",
    }];

    public static string Of(DifferenceKind kind, Texts? texts = null) => In(texts)[kind switch
    {
        DifferenceKind.Number => "difference.number",
        DifferenceKind.Date => "difference.date",
        DifferenceKind.Name => "difference.name",
        DifferenceKind.Designation => "difference.designation",
        DifferenceKind.Qualifier => "difference.qualifier",
        _ => "difference.wording",
    }];

    public static string Of(ArticleKind kind, Texts? texts = null) => In(texts)[kind switch
    {
        ArticleKind.News => "kind.news",
        ArticleKind.Opinion => "kind.opinion",
        ArticleKind.Live => "kind.live",
        ArticleKind.RoundUp => "kind.roundup",
        ArticleKind.Video => "kind.video",
        _ => "kind.paid",
    }];

    /// <summary>"1 account", "7 accounts", for what is told in English only.</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(count == 1 ? singular : plural ?? singular + "s")}";

    private static Texts In(Texts? texts) => texts ?? TextTable.Shared.English;

    private static string NameOf(SourceLinkKind kind) => kind switch
    {
        SourceLinkKind.Cites => "link.cites",
        SourceLinkKind.Confirms => "link.confirms",
        SourceLinkKind.Carries => "link.carries",
        SourceLinkKind.Copies => "link.copies",
        SourceLinkKind.ToldBy => "link.toldby",
        _ => "link.rests",
    };
}
