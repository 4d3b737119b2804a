using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>Who may come in.</summary>
public sealed class GuardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1:7070", 200)]
    [InlineData("[::1]:7070", 200)]
    [InlineData("stemma.localhost", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    public async Task On_loopback_only_names_of_this_machine_are_answered_to(string host, int status)
    {
        await using var app = await WebApp.StartAsync();
        Assert.Equal(status, (await app.GetAsync("/", host: host)).Status);
    }

    [Fact]
    public async Task A_form_without_the_token_or_from_elsewhere_does_nothing()
    {
        await using var app = await WebApp.StartAsync();
        Assert.Equal(400, (await app.PostAsync("/feeds", "address=a.example", token: "wrong")).Status);
        Assert.Equal(400, (await app.PostAsync("/feeds", "address=a.example", origin: "https://evil.example")).Status);
        Assert.Empty(await app.Store.FeedsAsync(Cancel));
        Assert.Equal(303, (await app.PostAsync("/feeds", "address=a.example", origin: "http://localhost")).Status);
        Assert.Single(await app.Store.FeedsAsync(Cancel));
    }

    [Fact]
    public async Task No_route_takes_a_form_with_a_wrong_token()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        var line = (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, default, Cancel))[0];
        foreach (var (_, pattern) in AllPages.Routes(app).Where(r => r.Method == "POST" && !r.Pattern.StartsWith("/websub/", StringComparison.Ordinal)))
        {
            var path = pattern.Replace("{id}", pattern.Contains("stories", StringComparison.Ordinal) ? line.Story.ToString()! : line.Id.ToString(), StringComparison.Ordinal);
            var path1 = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "1");
            Assert.Equal(400, (await app.PostAsync(path1, "do=remove&q=x&act=hide&name=x", token: "wrong")).Status);
            Assert.Equal(400, (await app.PostAsync(path1, "do=remove&q=x&act=hide&name=x", origin: "https://evil.example")).Status);
        }
    }

    [Fact]
    public async Task Every_route_that_is_not_open_to_all_wants_a_reader_once_others_may_come()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        await app.AddAsync("klaerwerk");
        foreach (var (method, pattern) in AllPages.Routes(app))
        {
            var path = pattern.Replace("{id}", "s0000000000", StringComparison.Ordinal);
            var isOpenToAll = pattern is "/sign-in" or "/welcome" or "/healthz" or "/readyz" or "/opensearch.xml" or "/metrics" or "/manifest.webmanifest" or "/service-worker.js"
                || pattern.StartsWith("/assets", StringComparison.Ordinal) || pattern.StartsWith("/websub/", StringComparison.Ordinal);
            var answer = method == "GET" ? await app.GetAsync(path) : await app.PostAsync(path, "");
            if (!isOpenToAll)
            {
                Assert.True(answer.Status == 401 || (answer.Status == 302 && answer.Headers.Location == "/sign-in"), $"{method} {path}: {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task The_first_account_is_made_with_the_link_once_and_signs_in_with_its_password()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        Assert.Equal(403, (await app.GetAsync("/welcome?token=guess")).Status);
        Assert.Equal(200, (await app.GetAsync("/welcome?token=" + app.Setup.WelcomeToken)).Status);
        var made = await app.PostAsync("/welcome", $"token={app.Setup.WelcomeToken}&name=ada&password=ten+letters+or+more");
        Assert.Equal(303, made.Status);
        Assert.Contains("httponly", made.Headers.SetCookie.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(403, (await app.GetAsync("/welcome?token=" + app.Setup.WelcomeToken)).Status);
        Assert.Equal(403, (await app.PostAsync("/sign-in", "name=ada&password=wrong")).Status);
        var signedIn = await app.PostAsync("/sign-in", "name=ADA&password=ten+letters+or+more");
        Assert.Equal(303, signedIn.Status);
        var cookie = signedIn.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2)[1];
        Assert.Equal(200, (await app.GetAsync("/", cookie)).Status);
        await app.PostAsync("/sign-out", "", cookie);
        Assert.Equal(302, (await app.GetAsync("/", cookie)).Status);
    }

    [Fact]
    public async Task After_five_wrong_passwords_there_is_a_wait()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(403, (await app.PostAsync("/sign-in", "name=nobody&password=x")).Status);
        }
        var answer = await app.PostAsync("/sign-in", "name=nobody&password=x");
        Assert.Equal(429, answer.Status);
        Assert.NotEmpty(answer.Headers.RetryAfter.ToString());
    }

    [Fact]
    public async Task One_reader_sees_nothing_of_what_another_marked_kept_or_set()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        await app.AddAsync("klaerwerk");
        var (mine, ada) = await app.SignedInAsync("ada");
        var (_, bob) = await app.SignedInAsync("bob");
        var line = (await app.Store.ArticlesAsync(new ArticleFilter { Limit = 1 }, mine, Cancel))[0];
        const string secret = "zzsecretzz";
        await app.PostAsync($"/articles/{line.Id}/marks", "do=star", ada);
        await app.PostAsync($"/articles/{line.Id}/marks", "do=label&label=" + secret, ada);
        await app.PostAsync($"/stories/{line.Story}/stand", "stand=follow", ada);
        await app.PostAsync("/search/saved", "do=save&q=" + secret, ada);
        await app.PostAsync("/alerts/targets", "kind=webhook&address=https%3A%2F%2F" + secret + ".example", ada);
        await app.PostAsync("/alerts", "of=search&target=1&q=" + secret, ada);
        await app.PostAsync("/filters", "q=" + secret + "&act=label&label=" + secret, ada);
        await app.PostAsync("/settings/tokens", "name=" + secret, ada);
        await app.PostAsync("/settings", "language=fr&theme=dark", ada);
        foreach (var path in (await AllPages.AddressesAsync(app)).Append("/reader?label=" + secret))
        {
            var answer = await app.GetAsync(path, bob);
            var body = path.StartsWith("/assets", StringComparison.Ordinal) ? "" : answer.Body;
            Assert.False(body.Contains(secret, StringComparison.Ordinal) && !path.Contains(secret, StringComparison.Ordinal), path);
            Assert.False(body.Contains("badge follow", StringComparison.Ordinal) || body.Contains("data-theme=\"dark\"", StringComparison.Ordinal), path);
        }
        Assert.DoesNotContain(line.Id.ToString(), (await app.GetAsync("/reader?list=starred", bob)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(line.Id.ToString(), (await app.GetAsync("/reader?label=" + secret, bob)).Body, StringComparison.Ordinal);
        await app.PostAsync("/settings/tokens/remove", "name=" + secret, bob);
        await app.PostAsync("/search/saved", "do=remove&q=" + secret, bob);
        await app.PostAsync($"/articles/{line.Id}/marks", "do=unstar", bob);
        Assert.Single(await app.Store.TokensAsync(mine, Cancel));
        Assert.Single(await app.Store.SavedSearchesAsync(mine, Cancel));
        Assert.Contains(line.Id.ToString(), (await app.GetAsync("/reader?list=starred", ada)).Body, StringComparison.Ordinal);
        Assert.Equal(403, (await app.PostAsync("/settings/people", "name=eve&password=ten+letters+or+more", bob)).Status);
        Assert.Equal(403, (await app.PostAsync($"/stories/{line.Story}/correct", $"together=0&article={line.Id}", bob)).Status);
    }

    [Fact]
    public async Task A_token_reads_as_its_owner_and_a_wrong_one_not_at_all()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        var (scope, _) = await app.SignedInAsync("ada");
        await app.Store.AddTokenAsync(scope, "script", SecretToken.DigestOf("good"), StoreFolderNow, Cancel);
        Assert.Equal(200, (await app.GetAsync("/api/stories", bearer: "good")).Status);
        var refused = await app.GetAsync("/api/stories", bearer: "bad");
        Assert.Equal((401, "application/problem+json"), (refused.Status, refused.Headers.ContentType.ToString()));
    }

    private static DateTimeOffset StoreFolderNow => Storage.StoreFolder.Now;
}
