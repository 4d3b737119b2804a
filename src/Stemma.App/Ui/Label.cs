using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>The words on screen for values of the model: one place, so that terminal, page and docs say the same.</summary>
public static class Label
{
    public static string Of(ClaimStatus status) => status switch
    {
        ClaimStatus.Reported => "reported",
        ClaimStatus.Confirmed => "confirmed",
        ClaimStatus.Denied => "denied",
        ClaimStatus.Declined => "declined to comment",
        ClaimStatus.Disputed => "disputed",
        _ => "unclear",
    };

    public static string Of(StatusKind kind) => kind switch
    {
        StatusKind.Confirmed => "confirmed",
        StatusKind.Denied => "denied",
        StatusKind.Declined => "declined to comment",
        StatusKind.NoResponse => "did not respond",
        _ => "left it open",
    };

    /// <summary>What the one who rests does: "cites", "carries the text of".</summary>
    public static string Of(SourceLinkKind kind) => kind switch
    {
        SourceLinkKind.Cites => "cites",
        SourceLinkKind.Confirms => "confirms",
        SourceLinkKind.Carries => "carries its text",
        SourceLinkKind.Copies => "shares its words, unnamed",
        SourceLinkKind.ToldBy => "has it from",
        _ => "rests on",
    };

    /// <summary>The link as a sentence: "Coast Radio cites Harbour Gazette".</summary>
    public static string Of(SourceLinkKind kind, string from, string to) => kind switch
    {
        SourceLinkKind.Cites => $"{from} cites {to}",
        SourceLinkKind.Confirms => $"{from} confirms the report of {to} by a finding of its own",
        SourceLinkKind.Carries => $"{from} carries the text of {to}",
        SourceLinkKind.Copies => $"{from} shares words with {to} without naming it",
        SourceLinkKind.ToldBy => $"{from} has it from {to}",
        _ => $"{from} rests on {to}",
    };

    public static string Of(FirstHand firstHand) => firstHand switch
    {
        FirstHand.Yes => "first-hand",
        FirstHand.No => "rests on others",
        _ => "origin unclear",
    };

    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Number => "number",
        DifferenceKind.Date => "date",
        DifferenceKind.Name => "name",
        DifferenceKind.Designation => "designation",
        DifferenceKind.Qualifier => "qualifier",
        _ => "wording",
    };

    public static string Of(ArticleKind kind) => kind switch
    {
        ArticleKind.News => "news",
        ArticleKind.Opinion => "opinion",
        ArticleKind.Live => "live page",
        ArticleKind.RoundUp => "round-up",
        ArticleKind.Video => "video",
        _ => "paid content",
    };

    /// <summary>"1 account", "7 accounts".</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} {(count == 1 ? singular : plural ?? singular + "s")}";
}
