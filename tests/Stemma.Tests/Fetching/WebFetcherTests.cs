using System.Net;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching;

public sealed class WebFetcherTests
{
    private static readonly Uri Feed = new("https://paper.example/feed");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Validators_come_back_and_an_unchanged_feed_is_told_as_such()
    {
        var outlet = new ScriptedOutlet(r =>
        {
            var isKnown = r.Headers.TryGetValues("If-None-Match", out var tags) && tags.Single() == "W/\"v1\"";
            var answer = isKnown ? new HttpResponseMessage(HttpStatusCode.NotModified) : ScriptedOutlet.Page("<rss/>");
            answer.Headers.TryAddWithoutValidation("ETag", "W/\"v1\"");
            return answer;
        });
        var first = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal("W/\"v1\"", first.ETag);
        var second = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed) { ETag = first.ETag });
        Assert.True(second.NotModified);
        Assert.Null(second.Document);
        Assert.Null(second.Failure);
        Assert.Equal("W/\"v1\"", second.ETag);
    }

    [Fact]
    public async Task Validators_of_another_address_are_not_sent()
    {
        var outlet = new ScriptedOutlet(r => r.Headers.Contains("If-None-Match")
            ? new HttpResponseMessage(HttpStatusCode.NotModified)
            : ScriptedOutlet.Page("new"));
        var result = await FetchAsync(
            outlet,
            new FetchRequest(Feed, FetchPurpose.Feed) { ETag = "\"1\"", ValidatedAt = new Uri("https://old.example/feed") });
        Assert.NotNull(result.Document);
    }

    [Fact]
    public async Task Behind_a_redirect_the_tag_is_sent_and_the_date_is_not()
    {
        var outlet = new ScriptedOutlet(r =>
        {
            if (r.RequestUri == Feed)
            {
                return ScriptedOutlet.Redirect("https://feeds.example/1");
            }
            Assert.False(r.Headers.Contains("If-Modified-Since"));
            return new HttpResponseMessage(r.Headers.Contains("If-None-Match") ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        });
        var request = new FetchRequest(Feed, FetchPurpose.Feed) { ETag = "\"1\"", LastModified = "Mon, 07 Jan 2030 10:00:00 GMT", ValidatedAt = Feed };
        Assert.True((await FetchAsync(outlet, request)).NotModified);
    }

    [Theory]
    [InlineData("301 308 200", "https://paper.example/2")]
    [InlineData("301 302 200", "https://paper.example/1")]
    [InlineData("302 301 200", null)]
    [InlineData("301 404", null)]
    [InlineData("200", null)]
    public async Task Only_a_chain_that_begins_permanent_and_ends_well_moves_the_feed(string statuses, string? expected)
    {
        var script = statuses.Split(' ').Select(int.Parse).ToArray();
        var step = 0;
        var outlet = new ScriptedOutlet(_ =>
        {
            var status = script[step++];
            var answer = ScriptedOutlet.Page("text");
            answer.StatusCode = (HttpStatusCode)status;
            answer.Headers.Location = status is > 300 and < 400 ? new Uri($"/{step}", UriKind.Relative) : null;
            return answer;
        });
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal(expected, result.PermanentUrl?.AbsoluteUri);
    }

    [Fact]
    public async Task A_feed_is_not_moved_off_https_for_good()
    {
        var outlet = new ScriptedOutlet(r =>
        {
            if (r.RequestUri!.Scheme == "http")
            {
                return ScriptedOutlet.Page("text");
            }
            var answer = ScriptedOutlet.Redirect("http://paper.example/feed");
            answer.StatusCode = HttpStatusCode.MovedPermanently;
            return answer;
        });
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.NotNull(result.Document);
        Assert.Null(result.PermanentUrl);
    }

    [Fact]
    public async Task A_page_that_sets_a_cookie_and_sends_back_to_itself_is_read()
    {
        var outlet = new ScriptedOutlet(r =>
        {
            if (r.Headers.Contains("Cookie"))
            {
                return ScriptedOutlet.Page("text");
            }
            var answer = ScriptedOutlet.Redirect("/feed");
            answer.Headers.TryAddWithoutValidation("Set-Cookie", "seen=1; path=/; secure");
            return answer;
        });
        Assert.NotNull((await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.NamedPage))).Document);
    }

    [Theory]
    [InlineData(401, FailureKind.Denied)]
    [InlineData(403, FailureKind.Denied)]
    [InlineData(404, FailureKind.HttpStatus)]
    [InlineData(410, FailureKind.Gone)]
    [InlineData(429, FailureKind.TooManyRequests)]
    [InlineData(503, FailureKind.ServerError)]
    [InlineData(204, FailureKind.Empty)]
    [InlineData(206, FailureKind.Truncated)]
    [InlineData(304, FailureKind.BadResponse)]
    [InlineData(302, FailureKind.BadResponse)]
    public async Task Each_status_has_its_kind(int status, FailureKind kind)
    {
        var outlet = new ScriptedOutlet(_ => new HttpResponseMessage((HttpStatusCode)status));
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal(kind, result.Failure!.Kind);
        Assert.Equal(status, result.Status);
    }

    [Fact]
    public async Task Gone_behind_a_temporary_redirect_is_not_gone()
    {
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath == "/feed"
            ? ScriptedOutlet.Redirect("/elsewhere")
            : new HttpResponseMessage(HttpStatusCode.Gone));
        Assert.False((await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed))).IsGone);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 07 Jan 2030 12:10:00 GMT", 600)]
    [InlineData("Mon, 07 Jan 2019 12:10:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", null)]
    public async Task Retry_after_is_read_in_seconds_and_dates(string value, int? seconds)
    {
        var outlet = new ScriptedOutlet(_ => With(new HttpResponseMessage(HttpStatusCode.TooManyRequests), "Retry-After", value));
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal(seconds, (result.RetryAt - _clock.GetUtcNow())?.TotalSeconds);
    }

    [Fact]
    public async Task A_host_that_answered_429_is_not_asked_again_until_its_time_is_over()
    {
        var outlet = new ScriptedOutlet(_ => With(new HttpResponseMessage(HttpStatusCode.TooManyRequests), "Retry-After", "60"));
        using var fetcher = Fetcher(outlet);
        for (var i = 0; i < 3; i++)
        {
            var result = await fetcher.FetchAsync(
                new FetchRequest(new Uri(Feed, $"/{i}"), FetchPurpose.Feed), TestContext.Current.CancellationToken);
            Assert.Equal(FailureKind.TooManyRequests, result.Failure!.Kind);
            Assert.Equal(_clock.GetUtcNow().AddSeconds(60), result.RetryAt);
        }
        Assert.Single(outlet.Asked);
    }

    [Fact]
    public async Task Those_who_wait_for_a_host_that_answers_429_do_not_ask_it_any_more()
    {
        var outlet = new ScriptedOutlet(_ => new HttpResponseMessage(HttpStatusCode.TooManyRequests));
        var options = new FetchOptions { DelayPerHost = TimeSpan.Zero, ConnectionsPerHost = 1 };
        using var fetcher = new WebFetcher(options, _clock, new WebConnector(AddressGuard.Of(options), options), outlet);
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => fetcher.FetchAsync(
            new FetchRequest(new Uri(Feed, $"/{i}"), FetchPurpose.Feed), TestContext.Current.CancellationToken)));
        Assert.All(results, r => Assert.Equal(FailureKind.TooManyRequests, r.Failure!.Kind));
        Assert.Single(outlet.Asked);
    }

    [Theory]
    [InlineData("Cache-Control", "public, max-age=\"600\"", 600)]
    [InlineData("Cache-Control", "no-cache, max-age=600", 0)]
    [InlineData("Cache-Control", "max-age=abc", null)]
    [InlineData("Expires", "Mon, 07 Jan 2030 13:00:00 GMT", 3600)]
    [InlineData("Expires", "0", 0)]
    [InlineData("X-Other", "1", null)]
    public async Task Freshness_is_told(string header, string value, int? seconds)
    {
        var outlet = new ScriptedOutlet(_ => With(ScriptedOutlet.Page("text"), header, value));
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal(seconds, result.FreshFor?.TotalSeconds);
    }

    [Fact]
    public async Task Links_of_the_headers_are_told()
    {
        var outlet = new ScriptedOutlet(_ => With(
            ScriptedOutlet.Page("text"),
            "Link",
            "<https://hub.example/>; rel=\"hub\", </feed>; rel=self; type=\"application/atom+xml\", <javascript:1>; rel=hub, <x"));
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed));
        Assert.Equal(
            [
                new WebLink(new Uri("https://hub.example/"), "hub", null),
                new WebLink(new Uri("https://paper.example/feed"), "self", "application/atom+xml"),
            ],
            result.Links);
    }

    [Fact]
    public async Task A_request_says_who_asks_and_what_for()
    {
        var outlet = new ScriptedOutlet(r =>
        {
            Assert.StartsWith("Stemma/", r.Headers.UserAgent.ToString(), StringComparison.Ordinal);
            Assert.Contains("application/rss+xml", r.Headers.Accept.ToString(), StringComparison.Ordinal);
            Assert.Equal("gzip, deflate, br", r.Headers.AcceptEncoding.ToString());
            Assert.Equal(HttpVersion.Version20, r.Version);
            return ScriptedOutlet.Page("text");
        });
        Assert.NotNull((await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed))).Document);
    }

    [Theory]
    [InlineData(200, "user-agent: *\ndisallow: /hidden", "/hidden", FailureKind.RobotsDisallowed)]
    [InlineData(200, "user-agent: *\ndisallow: /hidden", "/open", null)]
    [InlineData(404, "", "/hidden", null)]
    [InlineData(403, "", "/hidden", null)]
    [InlineData(500, "", "/open", FailureKind.ServerError)]
    public async Task Pages_that_were_found_heed_robots_txt(int status, string robots, string path, FailureKind? expected)
    {
        var outlet = Robots(status, robots);
        using var fetcher = Fetcher(outlet);
        for (var i = 0; i < 3; i++)
        {
            var result = await fetcher.FetchAsync(
                new FetchRequest(new Uri(Feed, path), FetchPurpose.FoundPage), TestContext.Current.CancellationToken);
            Assert.Equal(expected, result.Failure?.Kind);
        }
        Assert.Single(outlet.Asked, u => u.AbsolutePath == "/robots.txt");
    }

    [Fact]
    public async Task Feeds_and_pages_a_person_named_do_not_ask_for_robots_txt()
    {
        var outlet = Robots(200, "user-agent: *\ndisallow: /");
        Assert.NotNull((await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.Feed))).Document);
        Assert.NotNull((await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.NamedPage))).Document);
        Assert.DoesNotContain(outlet.Asked, u => u.AbsolutePath == "/robots.txt");
    }

    [Fact]
    public async Task A_redirect_to_a_page_that_robots_txt_forbids_is_not_followed()
    {
        var outlet = new ScriptedOutlet(r => (r.RequestUri!.Host, r.RequestUri.AbsolutePath) switch
        {
            ("other.example", "/robots.txt") => ScriptedOutlet.Page("user-agent: *\ndisallow: /"),
            (_, "/robots.txt") => new HttpResponseMessage(HttpStatusCode.NotFound),
            _ => ScriptedOutlet.Redirect("https://other.example/page"),
        });
        var result = await FetchAsync(outlet, new FetchRequest(Feed, FetchPurpose.FoundPage));
        Assert.Equal(FailureKind.RobotsDisallowed, result.Failure!.Kind);
        Assert.DoesNotContain(outlet.Asked, u => u.AbsolutePath == "/page");
    }

    [Fact]
    public async Task Robots_txt_is_asked_again_after_a_day_and_the_old_copy_outlives_an_outage()
    {
        var status = HttpStatusCode.OK;
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath == "/robots.txt"
            ? new HttpResponseMessage(status) { Content = new StringContent("user-agent: *\ndisallow: /hidden") }
            : ScriptedOutlet.Page("text"));
        using var fetcher = Fetcher(outlet);
        foreach (var (hours, code) in new[] { (0, HttpStatusCode.OK), (23, HttpStatusCode.OK), (2, HttpStatusCode.BadGateway) })
        {
            _clock.Advance(TimeSpan.FromHours(hours));
            status = code;
            foreach (var (path, isAllowed) in new[] { ("/hidden", false), ("/open", true) })
            {
                var result = await fetcher.FetchAsync(
                    new FetchRequest(new Uri(Feed, path), FetchPurpose.FoundPage), TestContext.Current.CancellationToken);
                Assert.Equal(isAllowed, result.Document is not null);
            }
        }
        Assert.Equal(2, outlet.Asked.Count(u => u.AbsolutePath == "/robots.txt"));
    }

    private static ScriptedOutlet Robots(int status, string robots) => new(r => r.RequestUri!.AbsolutePath == "/robots.txt"
        ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(robots) }
        : ScriptedOutlet.Page("text"));

    [Theory]
    [InlineData("https://paper.example/", true)]
    [InlineData("https://www.paper.example/", true)]
    [InlineData("https://otherpaper.example/", false)]
    [InlineData("http://10.1.2.3/", true)]
    [InlineData("https://local.example:8080/", true)]
    [InlineData("https://local.example/", false)]
    public void The_hosts_of_no_proxy_are_asked_directly(string address, bool isDirect)
    {
        var settings = ProxySettings.From(name => name switch
        {
            "all_proxy" => "proxy.example:3128",
            "NO_PROXY" => ".paper.example, 10.0.0.0/8,local.example:8080",
            _ => null,
        });
        Assert.Equal(isDirect, settings.For(new Uri(address)) is null);
    }

    private static HttpResponseMessage With(HttpResponseMessage response, string name, string value)
    {
        if (!response.Headers.TryAddWithoutValidation(name, value))
        {
            response.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return response;
    }

    private async Task<FetchResult> FetchAsync(ScriptedOutlet outlet, FetchRequest request)
    {
        using var fetcher = Fetcher(outlet);
        return await fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
    }

    private WebFetcher Fetcher(ScriptedOutlet outlet)
    {
        var options = new FetchOptions { DelayPerHost = TimeSpan.Zero };
        return new WebFetcher(options, _clock, new WebConnector(AddressGuard.Of(options), options), outlet);
    }
}
