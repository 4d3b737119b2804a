using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Stemma.Model;

namespace Stemma.App.Ui.Exports;

/// <summary>
/// Claims and accounts as a table for researchers: one row for each claim and each account of its story, whether the account has
/// it or not. A cell that a spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
public static class ClaimsCsvExport
{
    /// <summary>The columns, in their order.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "story", "claim", "is_the_news", "claim_words", "claim_status", "independent_roots", "roots", "account", "outlet", "url",
        "published", "has_it", "words", "start", "end", "status", "hedged", "on_word_of",
    ];

    public static void Write(IReadOnlyList<StoryBrief> briefs, TextWriter output)
    {
        using var csv = new CsvWriter(
            output,
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", InjectionOptions = InjectionOptions.Escape },
            leaveOpen: true);
        WriteRow(csv, Columns);
        var ids = ShortIds.Of(briefs);
        foreach (var story in briefs.Select(b => new StoryReading(b, ids)))
        {
            foreach (var claim in story.Brief.Claims)
            {
                var supports = claim.Supports.ToLookup(s => s.Words.Article);
                foreach (var account in story.Accounts)
                {
                    WriteRow(csv, RowOf(story, claim, account, supports[account.Id].FirstOrDefault()));
                }
            }
        }
    }

    private static string[] RowOf(StoryReading story, Claim claim, Account account, ClaimSupport? support) =>
    [
        story.Brief.Story.Id.ToString(),
        claim.Id.ToString(),
        claim.IsTheNews ? "true" : "false",
        story.Words(claim.Words),
        Label.Of(claim.Status),
        claim.Roots.Count.ToString(CultureInfo.InvariantCulture),
        CleanText.Of(string.Join("; ", claim.Roots)),
        account.Id.ToString(),
        story.Outlet(account.Id),
        SafeUrl.Of(account.Article.Url)?.Href ?? "",
        account.Article.Published?.ToString() ?? "",
        support is null ? "0" : "1",
        support is null ? "" : story.Words(support.Words),
        support?.Words.Span.Start.ToString(CultureInfo.InvariantCulture) ?? "",
        support?.Words.Span.End.ToString(CultureInfo.InvariantCulture) ?? "",
        support is null ? "" : Label.Of(support.Status),
        support is null ? "" : support.IsHedged ? "true" : "false",
        support is null ? "" : CleanText.Of(string.Join("; ", support.OnWordOf)),
    ];

    private static void WriteRow(CsvWriter csv, IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }
        csv.NextRecord();
    }
}
