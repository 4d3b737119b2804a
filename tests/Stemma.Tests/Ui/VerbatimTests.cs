using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Stemma.App.Ui;
using Stemma.Fetching;
using Stemma.Outlets;

namespace Stemma.Tests.Ui;

public sealed class VerbatimTests
{
    [Fact]
    public async Task Every_sentence_and_quotation_of_a_page_stands_in_an_article()
    {
        var fetcher = new DocumentFetcher(() => Stream.Null, null, TimeProvider.System, new FetchOptions());
        var run = await new Pipeline(fetcher, OutletRegistry.LoadBuiltIn())
            .RunAsync([Repository.Samples], TestContext.Current.CancellationToken);
        var texts = run.Briefs
            .SelectMany(b => b.Story.Accounts)
            .SelectMany(a => a.EarlierVersions.Append(a.Article))
            .Select(a => Fold(CleanText.Of(a.Text))).ToList();
        var html = await BriefHtml.RenderAsync(run.Briefs, ShortIds.Of(run.Briefs));
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);

        // A quotation may be cut, at its ends or in the middle; what is left between the cuts is verbatim.
        var shown = page.QuerySelectorAll(".said, q")
            .SelectMany(e => e.TextContent.Split('…'))
            .Select(Fold)
            .Where(t => t.Length > 0)
            .Distinct()
            .ToList();
        Assert.True(shown.Count > 200, $"only {shown.Count}");
        Assert.DoesNotContain(shown, s => !texts.Any(t => t.Contains(s, StringComparison.Ordinal)));
    }

    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
