using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;
using Stemma.App.Ui.Accounts;
using Stemma.App.Ui.Shell;
using Stemma.Storage;

namespace Stemma.App.Ui.Settings;

/// <summary>Language, look, tokens, password; people, for an admin.</summary>
internal static class SettingsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/settings", static visit => ShowAsync(visit, visit.Query("said"), null));
        routes.Post("/settings", SaveAsync);
        routes.Post("/settings/tokens", AddTokenAsync);
        routes.Post("/settings/tokens/remove", RemoveTokenAsync);
        routes.Post("/settings/password", PasswordAsync);
        routes.Post("/settings/people", AddPersonAsync);
        routes.Post("/settings/people/remove", RemovePersonAsync);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string? said, string? newToken) => SettingsPage.Result(visit.Frame("settings"), new SettingsModel
    {
        Languages = TextTable.Shared.Languages,
        Tokens = await visit.Store.TokensAsync(visit.Scope, visit.Cancel).ConfigureAwait(false),
        Users = visit is { Setup.IsOpen: true, User.IsAdmin: true } ? await visit.Store.UsersAsync(visit.Cancel).ConfigureAwait(false) : [],
        HasAccounts = visit is { Setup.IsOpen: true, User.PasswordHash: not null },
        Identities = visit.Setup.IsOpen ? await visit.Store.IdentitiesAsync(visit.User!.Id, visit.Cancel).ConfigureAwait(false) : [],
        Provider = visit.Setup.Oidc?.Name,
        Said = said,
        NewToken = newToken,
    });

    private static async Task<IResult> SaveAsync(Visit visit)
    {
        var settings = visit.Settings with
        {
            Language = visit.Form("language") is { } language && TextTable.Shared.Languages.Contains(language) ? language : null,
            Theme = visit.Form("theme") is "light" or "dark" ? visit.Form("theme") : null,
            HasPictures = visit.Form("pictures") == "1",
        };
        await visit.Store.ChangeUserAsync(visit.User! with { Settings = settings.Write() }, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/settings?said=saved");
    }

    private static async Task<IResult> AddTokenAsync(Visit visit)
    {
        var name = CleanText.Of(visit.Form("name") ?? "").Trim();
        if (name.Length is 0 or > 60)
        {
            return Answers.SeeOther("/settings");
        }
        var token = SecretToken.New();
        await visit.Store.AddTokenAsync(visit.Scope, name, SecretToken.DigestOf(token), visit.Now, visit.Cancel).ConfigureAwait(false);
        // Shown in the answer itself: it is nowhere else.
        visit.Http.Response.Headers.CacheControl = "no-store";
        return await ShowAsync(visit, null, token).ConfigureAwait(false);
    }

    private static async Task<IResult> RemoveTokenAsync(Visit visit)
    {
        await visit.Store.RemoveTokenAsync(visit.Scope, visit.Form("name") ?? "", visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/settings?said=saved");
    }

    private static async Task<IResult> PasswordAsync(Visit visit)
    {
        var (user, next) = (visit.User!, visit.Form("next") ?? "");
        if (!visit.Setup.IsOpen || !Passwords.IsRight(user, visit.Form("password") ?? ""))
        {
            return Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["signin.wrong"]);
        }
        if (next.Length < Passwords.LeastChars)
        {
            return Answers.Failure(visit, StatusCodes.Status400BadRequest, visit.Texts.Of("welcome.short", Passwords.LeastChars));
        }
        await visit.Store.ChangeUserAsync(user with { PasswordHash = Passwords.Hash(user, next) }, visit.Cancel).ConfigureAwait(false);
        // Whoever had the old one is out, this browser included.
        await visit.Store.EndSessionsAsync(user.Id, visit.Cancel).ConfigureAwait(false);
        return Answers.SeeOther("/sign-in");
    }

    private static async Task<IResult> AddPersonAsync(Visit visit)
    {
        if (visit is not { Setup.IsOpen: true, User.IsAdmin: true })
        {
            return Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["error.admin"]);
        }
        var (name, password) = (CleanText.Of(visit.Form("name") ?? "").Trim(), visit.Form("password") ?? "");
        if (name.Length is 0 or > 60 || password.Length < Passwords.LeastChars)
        {
            return Answers.Failure(visit, StatusCodes.Status400BadRequest, visit.Texts.Of("welcome.short", Passwords.LeastChars));
        }
        var hash = Passwords.Hash(new UserRecord { Id = 0, Name = name }, password);
        return await visit.Store.AddUserAsync(name, hash, isAdmin: false, visit.Now, visit.Cancel).ConfigureAwait(false) is null
            ? Answers.Failure(visit, StatusCodes.Status400BadRequest, visit.Texts["settings.nametaken"])
            : Answers.SeeOther("/settings?said=saved");
    }

    private static async Task<IResult> RemovePersonAsync(Visit visit)
    {
        if (visit is not { Setup.IsOpen: true, User.IsAdmin: true })
        {
            return Answers.Failure(visit, StatusCodes.Status403Forbidden, visit.Texts["error.admin"]);
        }
        if (long.TryParse(visit.Form("user"), NumberStyles.None, CultureInfo.InvariantCulture, out var user) && user != visit.User!.Id)
        {
            await visit.Store.RemoveUserAsync(user, visit.Cancel).ConfigureAwait(false);
        }
        return Answers.SeeOther("/settings?said=saved");
    }
}
