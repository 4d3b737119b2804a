using Microsoft.Net.Http.Headers;
using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>Signing in with an OpenID Connect provider.</summary>
public sealed class OidcTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_holder_of_the_welcome_link_becomes_the_first_account_and_others_get_one_without_rights()
    {
        using var provider = new FakeProvider();
        await using var app = await StartAsync(provider);
        // Before there is a first account nobody else comes in.
        Assert.Equal("/sign-in?said=unknown", (await SignInAsync(app, provider, "s-eve", "eve")).Location);
        var (location, cookie) = await SignInAsync(app, provider, "s-ada", "ada", "token=" + app.Setup.WelcomeToken);
        Assert.Equal("/", location);
        Assert.Equal(200, (await app.GetAsync("/settings", cookie)).Status);
        Assert.Equal("ada", (await app.Store.UserAsync(UserRecord.First, Cancel))!.Name);
        Assert.Equal(403, (await app.GetAsync("/welcome?token=" + app.Setup.WelcomeToken)).Status);
        Assert.Equal("/", (await SignInAsync(app, provider, "s-bob", "bob", "token=" + app.Setup.WelcomeToken)).Location);
        Assert.False(Assert.Single(await app.Store.UsersAsync(Cancel), u => u.Name == "bob").IsAdmin);
        // The same person again is the same reader, whatever they are called now; another of the same name is another.
        await SignInAsync(app, provider, "s-bob", "robert");
        await SignInAsync(app, provider, "s-other", "bob");
        Assert.Equal(["ada", "bob", "bob 2"], (await app.Store.UsersAsync(Cancel)).Select(u => u.Name));
    }

    [Fact]
    public async Task A_reader_with_a_password_links_the_provider_while_signed_in()
    {
        using var provider = new FakeProvider();
        await using var app = await StartAsync(provider, createsUsers: false);
        await app.PostAsync("/welcome", $"token={app.Setup.WelcomeToken}&name=ada&password=ten+letters+or+more");
        var (scope, ada) = await app.SignedInAsync("ada2");
        Assert.Equal("/sign-in?said=unknown", (await SignInAsync(app, provider, "s-1", "ada2")).Location);
        Assert.Equal("/settings?said=saved", (await SignInAsync(app, provider, "s-1", "ada2", "link=1", ada)).Location);
        var (location, cookie) = await SignInAsync(app, provider, "s-1", "ada2");
        Assert.Equal("/", location);
        Assert.Equal(scope.User, (await app.Store.SessionUserAsync(SecretToken.DigestOf(cookie!), TimeProvider.System.GetUtcNow(), Cancel))!.Id);
        // Nobody takes it from her.
        var (_, bob) = await app.SignedInAsync("bob");
        Assert.Equal("/settings?said=linkfailed", (await SignInAsync(app, provider, "s-1", "x", "link=1", bob)).Location);
    }

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("aud", "another")]
    [InlineData("iss", "https://evil.example/")]
    [InlineData("exp", "1000000000")]
    [InlineData("sub", "")]
    [InlineData("", "")]
    public async Task A_token_that_is_not_for_this_sign_in_lets_nobody_in(string claim, string value)
    {
        using var provider = new FakeProvider();
        await using var app = await StartAsync(provider);
        await app.PostAsync("/welcome", $"token={app.Setup.WelcomeToken}&name=ada&password=ten+letters+or+more");
        provider.SignsWrongly = claim.Length == 0;
        provider.Spoil = claims =>
        {
            if (claim.Length > 0)
            {
                claims[claim] = claim == "exp" ? long.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : value;
            }
        };
        var (location, cookie) = await SignInAsync(app, provider, "s-bob", "bob");
        Assert.Null(cookie);
        Assert.StartsWith("/sign-in?said=", location, StringComparison.Ordinal);
        Assert.Single(await app.Store.UsersAsync(Cancel));
    }

    [Fact]
    public async Task What_comes_back_without_the_cookies_of_the_browser_that_left_lets_nobody_in()
    {
        using var provider = new FakeProvider();
        await using var app = await StartAsync(provider);
        await app.PostAsync("/welcome", $"token={app.Setup.WelcomeToken}&name=ada&password=ten+letters+or+more");
        var (there, _) = await LeaveAsync(app, "", null);
        var back = await app.GetFromAsync(OidcSignIn.ReturnPath + provider.SignIn(there, "s-bob", "bob"), null);
        Assert.Equal((303, "/sign-in?said=failed"), (back.Status, back.Headers.Location.ToString()));
        Assert.Equal(0, provider.Tokens);
        Assert.Equal(303, (await app.GetFromAsync(OidcSignIn.ReturnPath + "?code=x&state=y", null)).Status);
        Assert.Equal(303, (await app.GetFromAsync(OidcSignIn.ReturnPath + "?error=access_denied", null)).Status);
        Assert.Equal(400, (await app.PostAsync("/sign-in/oidc", "", token: "wrong")).Status);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_told_and_the_password_still_works()
    {
        var provider = new FakeProvider();
        await using var app = await StartAsync(provider);
        provider.Dispose();
        await app.PostAsync("/welcome", $"token={app.Setup.WelcomeToken}&name=ada&password=ten+letters+or+more");
        Assert.Equal(502, (await app.PostAsync("/sign-in/oidc", "")).Status);
        Assert.NotNull((await app.GetAsync("/sign-in")).Page.QuerySelector("form[action='/sign-in/oidc'] button"));
        Assert.Equal(303, (await app.PostAsync("/sign-in", "name=ada&password=ten+letters+or+more")).Status);
    }

    private static Task<WebApp> StartAsync(FakeProvider provider, bool createsUsers = true) =>
        WebApp.StartAsync(setup: s => s with { Oidc = new OidcSetup(provider.Authority, "stemma", "the secret", "the town hall", createsUsers) });

    /// <summary>Signs in there and comes back; gives where the browser is sent, and the cookie of the session, null for none.</summary>
    private static async Task<(string Location, string? Cookie)> SignInAsync(
        WebApp app, FakeProvider provider, string subject, string name, string form = "", string? cookie = null)
    {
        var (there, cookies) = await LeaveAsync(app, form, cookie);
        var back = await app.GetFromAsync(OidcSignIn.ReturnPath + provider.SignIn(there, subject, name), null, ("Cookie", cookies));
        var session = SetCookieHeaderValue.ParseList([.. back.Headers.SetCookie.OfType<string>()]).FirstOrDefault(c => c.Name == Guard.CookieName);
        return (back.Headers.Location.ToString(), session?.Value.ToString());
    }

    private static async Task<(Uri There, string Cookies)> LeaveAsync(WebApp app, string form, string? cookie)
    {
        var left = await app.PostAsync("/sign-in/oidc", form, cookie);
        Assert.Equal((200, "no-store"), (left.Status, left.Headers.CacheControl.ToString()));
        var there = new Uri(left.Page.QuerySelector("main a")!.GetAttribute("href")!);
        Assert.Equal("0;url=" + there.AbsoluteUri, left.Headers["Refresh"].ToString());
        var cookies = SetCookieHeaderValue.ParseList([.. left.Headers.SetCookie.OfType<string>()]);
        Assert.All(cookies, c => Assert.Equal((Microsoft.Net.Http.Headers.SameSiteMode.Lax, true), (c.SameSite, c.HttpOnly)));
        return (there, string.Join("; ", cookies.Select(c => $"{c.Name}={c.Value}")));
    }
}
