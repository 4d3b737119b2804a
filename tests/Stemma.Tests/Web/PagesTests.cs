using AngleSharp.Dom;

namespace Stemma.Tests.Web;

/// <summary>Pages as a browser sees them.</summary>
public sealed class PagesTests
{
    [Fact]
    public async Task The_first_page_of_an_empty_database_offers_the_samples_and_a_feed()
    {
        await using var app = await WebApp.StartAsync();
        var page = (await app.GetAsync("/")).Page;
        Assert.NotNull(page.QuerySelector("form[action='/samples'] button"));
        Assert.NotNull(page.QuerySelector("form[action='/feeds'] input[name=address]"));
        var answer = await app.PostAsync("/samples", "");
        Assert.Equal((303, "/"), (answer.Status, answer.Headers.Location.ToString()));
        Assert.Equal(26, (await app.Store.HealthAsync(TestContext.Current.CancellationToken)).Articles);
    }

    [Fact]
    public async Task Every_page_has_one_main_one_h1_headings_in_order_labels_and_links_that_resolve()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo", "klaerwerk");
        await app.PostAsync("/feeds", "address=news.example%2Ffeed&folder=World");
        var pages = new Dictionary<string, IDocument>();
        foreach (var path in await AllPages.AddressesAsync(app))
        {
            var answer = await app.GetAsync(path);
            Assert.True(answer.Status is 200 or 303 or 404 or 403 or 400, $"{path}: {answer.Status}");
            if (answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal) && answer.Headers.ContentDisposition.Count == 0)
            {
                pages[path] = answer.Page;
            }
        }
        Assert.True(pages.Count > 15);
        foreach (var (path, page) in pages)
        {
            Assert.True(page.QuerySelectorAll("main").Length == 1, path + ": one main");
            Assert.True(page.QuerySelectorAll("h1").Length == 1, $"{path}: {page.QuerySelectorAll("h1").Length} h1");
            var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(h => h.LocalName[1] - '0').ToList();
            Assert.True(levels.Zip(levels.Skip(1)).All(p => p.Second <= p.First + 1), $"{path}: headings {string.Join(' ', levels)}");
            foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select"))
            {
                Assert.True(page.QuerySelector($"label[for='{field.Id}']") is not null, $"{path}: {field.Id} has no label");
            }
            Assert.All(page.QuerySelectorAll("form[method=post]"), f => Assert.NotNull(f.QuerySelector("input[name=_form]")));
            Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
            foreach (var link in page.QuerySelectorAll("a[href^='#']"))
            {
                Assert.True(page.GetElementById(link.GetAttribute("href")![1..]) is not null, $"{path}: {link.GetAttribute("href")} leads nowhere");
            }
            Assert.All(page.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
            Assert.Empty(page.QuerySelectorAll("[style]"));
        }
    }

    [Fact]
    public async Task Every_text_of_the_interface_that_pages_ask_for_is_there_in_each_language()
    {
        await using var app = await WebApp.WithSamplesAsync("border-memo");
        foreach (var language in new[] { "en", "de", "es", "fr" })
        {
            foreach (var path in await AllPages.AddressesAsync(app))
            {
                var answer = await app.GetAsync(path, accept: language);
                if (answer.Headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal))
                {
                    var page = answer.Page;
                    foreach (var rule in page.QuerySelectorAll(".rule, code"))
                    {
                        rule.Remove();
                    }
                    var left = System.Text.RegularExpressions.Regex.Match(page.Body!.TextContent, @"\b(front|story|article|list|search|feeds|settings|signin|nav|help|word|outlet|speaker|error)\.[a-z]{3,}");
                    Assert.True(!left.Success, $"{path} in {language}: {left.Value}");
                    Assert.True(answer.Headers.ContentDisposition.Count > 0 || answer.Page.DocumentElement.GetAttribute("lang") == language, path);
                }
            }
        }
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        var first = await app.GetAsync("/help");
        Assert.StartsWith("W/\"", first.Headers.ETag.ToString(), StringComparison.Ordinal);
        Assert.Contains("style-src 'self'", first.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", first.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_stars_labels_follows_and_finds_it_again()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        var line = (await app.Store.ArticlesAsync(new Stemma.Storage.ArticleFilter { Limit = 1 }, default, TestContext.Current.CancellationToken))[0];
        await app.PostAsync($"/articles/{line.Id}/marks", "do=star");
        await app.PostAsync($"/articles/{line.Id}/marks", "do=label&label=water");
        await app.PostAsync($"/stories/{line.Story}/stand", "stand=follow");
        Assert.NotNull((await app.GetAsync("/reader?list=starred")).Page.QuerySelector($"a[href='/articles/{line.Id}']"));
        Assert.NotNull((await app.GetAsync("/reader?label=water")).Page.QuerySelector($"a[href='/articles/{line.Id}']"));
        Assert.NotNull((await app.GetAsync("/")).Page.QuerySelector(".badge.follow"));
        await app.PostAsync($"/stories/{line.Story}/stand", "stand=mute");
        Assert.Null((await app.GetAsync("/")).Page.QuerySelector($"a[href='/stories/{line.Story}']"));
    }

    [Fact]
    public async Task The_front_page_of_a_day_shows_what_came_in_by_then()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        Assert.NotNull((await app.GetAsync("/?day=2026-10-06")).Page.QuerySelector(".teaser"));
        Assert.Null((await app.GetAsync("/?day=2026-10-05")).Page.QuerySelector(".teaser"));
    }
}
