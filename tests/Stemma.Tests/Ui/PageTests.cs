using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Stemma.App.Ui;
using Stemma.Model;

namespace Stemma.Tests.Ui;

public sealed class PageTests
{
    public static TheoryData<string> Stories => ["harbour", "40", "200", "two", "batch"];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_page_has_one_main_and_headings_in_order(string name)
    {
        var page = await ParseAsync(name);
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        var levels = page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Single(levels, l => l == 1);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Every_link_within_a_page_resolves_and_no_id_stands_twice(string name)
    {
        var page = await ParseAsync(name);
        var ids = page.All.Select(e => e.Id ?? "").Where(id => id.Length > 0).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var known = ids.ToHashSet();
        var inPage = page.QuerySelectorAll("[href^='#']").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.NotEmpty(inPage);
        Assert.All(inPage, target => Assert.Contains(target, known));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e => Assert.Contains(e.GetAttribute("aria-labelledby")!, known));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_page_asks_nothing_of_anybody_and_runs_no_script(string name)
    {
        var page = await ParseAsync(name);
        Assert.Empty(page.QuerySelectorAll("script,iframe,img,object,embed,video,audio,source,form,base,link:not([href='data:,'])"));
        Assert.All(page.All.SelectMany(e => e.Attributes), a =>
        {
            Assert.False(a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), a.Name);
            Assert.False(a.Name is "src" or "srcset" or "style" or "xlink:href", a.Name);
        });
        Assert.DoesNotContain("url(", StyleSheet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", StyleSheet.Text, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|https?://)", a.GetAttribute("href")!));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_page_is_left_to_look_at(string name)
    {
        // For people: artifacts/ui/NAME.html opens in a browser.
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../ui"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".html"), await RenderAsync(name), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Two_hundred_accounts_fit_in_300_kilobytes_and_two_seconds()
    {
        // The best of three, because the machine may be busy with something else.
        var best = TimeSpan.MaxValue;
        var html = "";
        for (var round = 0; round < 3; round++)
        {
            var watch = Stopwatch.StartNew();
            html = await RenderAsync("200");
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }
        Assert.True(best < TimeSpan.FromSeconds(2), $"took {best}");
        Assert.True(Encoding.UTF8.GetByteCount(html) < 300 * 1024, $"{Encoding.UTF8.GetByteCount(html) / 1024} KB");
    }

    [Fact]
    public async Task Rendering_twice_gives_the_same_bytes() =>
        Assert.Equal(await RenderAsync("harbour"), await RenderAsync("harbour"));

    [Fact]
    public async Task Each_item_of_a_story_has_its_anchor_and_its_words_verbatim()
    {
        var page = await ParseAsync("harbour");
        var brief = HarbourStory.Build();
        Assert.All(
            StoryItems.Of(brief).Where(i => i.Kind is not ("earlier version" or "claim")).Select(i => i.Id),
            id => Assert.NotNull(page.GetElementById(id)));
        var texts = brief.Story.Accounts.Select(a => a.Article.Text).ToList();
        Assert.All(page.QuerySelectorAll(".said"), said => Assert.Contains(texts, t => t.Contains(said.TextContent.Trim(), StringComparison.Ordinal)));
        Assert.Equal("de", page.QuerySelectorAll("q").First(q => q.TextContent.StartsWith("Wir öffnen", StringComparison.Ordinal)).GetAttribute("lang"));
        Assert.Contains("jede Naht geprüft ist", page.QuerySelectorAll(".utterance mark").Select(m => m.TextContent));
    }

    [Fact]
    public async Task A_hostile_article_stays_text()
    {
        var html = await BriefHtml.RenderAsync([HostileStory.Build()], ShortIds.Of([HostileStory.Build()]));
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        Assert.Empty(page.QuerySelectorAll("script,img,iframe,b[onclick]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.Matches("^(#|https?://)", a.GetAttribute("href")!));
        Assert.DoesNotContain(html, c => char.IsControl(c) && c is not '\n');
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> ParseAsync(string name) =>
        await new HtmlParser().ParseDocumentAsync(await RenderAsync(name), TestContext.Current.CancellationToken);

    private static Task<string> RenderAsync(string name)
    {
        IReadOnlyList<StoryBrief> briefs = name switch
        {
            "harbour" => [HarbourStory.Build()],
            "two" => [HarbourStory.Build(), ManyAccounts.Build(9)],
            "batch" => [HarbourStory.Build(), .. Enumerable.Range(0, 5).Select(i => ManyAccounts.Build(1, i))],
            _ => [ManyAccounts.Build(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture))],
        };
        return BriefHtml.RenderAsync(briefs, ShortIds.Of(briefs));
    }
}
