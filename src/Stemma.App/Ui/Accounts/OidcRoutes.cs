using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.App.Serving;

namespace Stemma.App.Ui.Accounts;

/// <summary>Signing in with a provider: the way there. Mapped only where one is named.</summary>
internal static class OidcRoutes
{
    // The way back is the framework's: its middleware takes what comes to OidcSignIn.ReturnPath.
    public static void Map(IEndpointRouteBuilder routes) => routes.Post("/sign-in/oidc", LeaveAsync).WithMetadata(OpenToAll.Instance);

    // A page that leads on, and no redirect: browsers let a form lead to this server alone, by its policy.
    private static async Task<IResult> LeaveAsync(Visit visit)
    {
        var state = new AuthenticationProperties { RedirectUri = "/" };
        if (visit.Form("link") is not null && visit.User is { } user)
        {
            state.Items[OidcSignIn.LinkItem] = user.Id.ToString(CultureInfo.InvariantCulture);
        }
        else if (visit.Form("token") is { } token)
        {
            state.Items[OidcSignIn.WelcomeItem] = token;
        }
        try
        {
            await visit.Http.ChallengeAsync(OidcSignIn.Scheme, state).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return Answers.Failure(visit, StatusCodes.Status502BadGateway, visit.Texts.Of("signin.noprovider", visit.Setup.Oidc!.Name));
        }
        var headers = visit.Http.Response.Headers;
        if (!Uri.TryCreate(headers.Location.ToString(), UriKind.Absolute, out var there))
        {
            return Answers.Failure(visit, StatusCodes.Status502BadGateway, visit.Texts.Of("signin.noprovider", visit.Setup.Oidc!.Name));
        }
        headers.Remove("Location");
        headers["Refresh"] = "0;url=" + there.AbsoluteUri;
        headers.CacheControl = "no-store";
        visit.Http.Response.StatusCode = StatusCodes.Status200OK;
        return LeavingPage.Result(visit.Frame("account"), visit.Setup.Oidc!.Name, there);
    }
}
