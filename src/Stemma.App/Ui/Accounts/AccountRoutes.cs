using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.App.Ui.Accounts;

/// <summary>Signing in and out, and the first account.</summary>
internal static class AccountRoutes
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/sign-in", ShowSignInAsync).WithMetadata(OpenToAll.Instance);
        routes.Post("/sign-in", SignInAsync).WithMetadata(OpenToAll.Instance);
        routes.Post("/sign-out", SignOutAsync);
        routes.Get("/welcome", ShowWelcomeAsync).WithMetadata(OpenToAll.Instance);
        routes.Post("/welcome", WelcomeAsync).WithMetadata(OpenToAll.Instance);
    }

    private static async Task<IResult> ShowSignInAsync(Visit visit)
    {
        if (visit.User is not null)
        {
            return Answers.SeeOther("/");
        }
        var isFirst = !await Identities.HasFirstAsync(visit.Store, visit.Cancel).ConfigureAwait(false);
        return SignInPage.Result(visit.Frame("account"), isFirst, visit.Query("said") is "failed" or "unknown" ? visit.Texts["signin." + visit.Query("said")] : null, visit.Setup.Oidc?.Name);
    }

    private static async Task<IResult> SignInAsync(Visit visit)
    {
        var gate = visit.Http.RequestServices.GetRequiredService<LoginGate>();
        var name = (visit.Form("name") ?? "").Trim();
        var address = visit.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (gate.MustWait("name " + name, "from " + address) is { } wait)
        {
            visit.Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            visit.Http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds + 1).ToString(CultureInfo.InvariantCulture);
            return SignInPage.Result(visit.Frame("account"), false, visit.Texts.Of("signin.wait", (int)wait.TotalMinutes + 1), visit.Setup.Oidc?.Name);
        }
        var user = name.Length == 0 ? null : await visit.Store.UserNamedAsync(name, visit.Cancel).ConfigureAwait(false);
        if (!Passwords.IsRight(user, visit.Form("password") ?? ""))
        {
            gate.Failed("name " + name, "from " + address);
            visit.Http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return SignInPage.Result(visit.Frame("account"), false, visit.Texts["signin.wrong"], visit.Setup.Oidc?.Name);
        }
        gate.Succeeded("name " + name);
        await BeginAsync(visit, user!).ConfigureAwait(false);
        return Answers.SeeOther("/");
    }

    private static async Task<IResult> SignOutAsync(Visit visit)
    {
        if (visit.Http.Request.Cookies[Guard.CookieName] is { } cookie)
        {
            await visit.Store.EndSessionAsync(SecretToken.DigestOf(cookie), visit.Cancel).ConfigureAwait(false);
        }
        visit.Http.Response.Cookies.Delete(Guard.CookieName);
        return Answers.SeeOther("/sign-in");
    }

    private static async Task<IResult> ShowWelcomeAsync(Visit visit) =>
        await MayWelcomeAsync(visit, visit.Query("token")).ConfigureAwait(false)
            ? WelcomePage.Result(visit.Frame("account"), visit.Query("token")!, null, visit.Setup.Oidc?.Name, ProxyWord.NameOf(visit.Http))
            : Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["welcome.gone"]);

    private static async Task<IResult> WelcomeAsync(Visit visit)
    {
        var token = visit.Form("token");
        if (!await MayWelcomeAsync(visit, token).ConfigureAwait(false))
        {
            return Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["welcome.gone"]);
        }
        if (ProxyWord.NameOf(visit.Http) is { } named)
        {
            // The proxy says who it is at every request: neither password nor session is needed.
            await Identities.UserOfAsync(visit, Identities.Proxy, named, named, linkTo: null, isWelcome: true, mayCreate: false).ConfigureAwait(false);
            return Answers.SeeOther("/");
        }
        var (name, password) = (CleanText.Of(visit.Form("name") ?? "").Trim(), visit.Form("password") ?? "");
        if (name.Length is 0 or > 60 || password.Length < Passwords.LeastChars
            || await visit.Store.UserAsync(UserRecord.First, visit.Cancel).ConfigureAwait(false) is not { } first)
        {
            return WelcomePage.Result(visit.Frame("account"), token!, visit.Texts.Of("welcome.short", Passwords.LeastChars), visit.Setup.Oidc?.Name, null);
        }
        var user = first with { Name = name, PasswordHash = Passwords.Hash(first, password) };
        if (!await visit.Store.ChangeUserAsync(user, visit.Cancel).ConfigureAwait(false))
        {
            return WelcomePage.Result(visit.Frame("account"), token!, visit.Texts["settings.nametaken"], visit.Setup.Oidc?.Name, null);
        }
        await BeginAsync(visit, user).ConfigureAwait(false);
        return Answers.SeeOther("/");
    }

    /// <summary>The link works once: until the first account is somebody's.</summary>
    internal static async ValueTask<bool> MayWelcomeAsync(Visit visit, string? token) =>
        visit.Setup.IsOpen && token is not null && SecretToken.AreEqual(token, visit.Setup.WelcomeToken)
        && !await Identities.HasFirstAsync(visit.Store, visit.Cancel).ConfigureAwait(false);

    /// <summary>Begins a session: the browser gets its cookie.</summary>
    internal static async Task BeginAsync(Visit visit, UserRecord user)
    {
        var cookie = SecretToken.New();
        await visit.Store.AddSessionAsync(user.Id, SecretToken.DigestOf(cookie), visit.Now, visit.Now + SessionLength, visit.Cancel).ConfigureAwait(false);
        visit.Http.Response.Cookies.Append(Guard.CookieName, cookie, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = SessionLength,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = visit.Http.Request.IsHttps,
        });
    }
}
