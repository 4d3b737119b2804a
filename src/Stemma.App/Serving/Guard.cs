using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Who may come in: the right host, the right reader, the right form.</summary>
internal static class Guard
{
    public const string CookieName = "stemma";

    /// <summary>
    /// On loopback only names of this machine are answered to: else a page elsewhere could have its own name lead here and read
    /// along (DNS rebinding).
    /// </summary>
    public static Task CheckHost(HttpContext http, RequestDelegate next)
    {
        var setup = http.RequestServices.GetRequiredService<ServerSetup>();
        if (setup.IsOpen || IsThisMachine(http.Request.Host.Host) || HubRoutes.IsForHub(http, setup))
        {
            return next(http);
        }
        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(
            "Stemma answers on this machine to localhost and 127.0.0.1 only. To reach it by another name, start it with --listen.\n");
    }

    /// <summary>Finds out who reads; sends those who may not to where they sign in.</summary>
    public static async Task Identify(HttpContext http, RequestDelegate next)
    {
        var visit = Visit.Of(http);
        if (await FindAsync(http, visit).ConfigureAwait(false) is var (user, reader))
        {
            visit.SignIn(user, reader);
        }
        else if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is null)
        {
            if (visit.IsApi)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                await Problem.Of(StatusCodes.Status401Unauthorized, "Sign in, or send a token of yours: Authorization: Bearer …").ExecuteAsync(http).ConfigureAwait(false);
                return;
            }
            http.Response.Redirect("/sign-in");
            return;
        }
        await next(http).ConfigureAwait(false);
    }

    /// <summary>Takes forms only from pages of ours.</summary>
    public static async Task CheckForm(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<TakesForeignForms>() is not null)
        {
            await next(http).ConfigureAwait(false);
            return;
        }
        var visit = Visit.Of(http);
        if (await IsOursAsync(http, visit).ConfigureAwait(false))
        {
            await next(http).ConfigureAwait(false);
            return;
        }
        await Answers.FailureAsync(visit, StatusCodes.Status400BadRequest, visit.Texts["error.form"]).ConfigureAwait(false);
    }

    private static async ValueTask<(UserRecord User, string Reader)?> FindAsync(HttpContext http, Visit visit)
    {
        var store = visit.Store;
        if (http.Request.Headers.Authorization.ToString() is { Length: > 7 } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            // A token is for programs. It never comes by itself with a browser's request, so it needs no further proof.
            var token = header[7..].Trim();
            return await store.TokenUserAsync(SecretToken.DigestOf(token), http.RequestAborted).ConfigureAwait(false) is { } owner
                ? (owner, "token")
                : null;
        }
        if (visit.Setup.Proxy is not null && ProxyWord.NameOf(http) is { } named)
        {
            return await Identities.UserOfAsync(visit, Identities.Proxy, named, named, linkTo: null, isWelcome: false, mayCreate: true).ConfigureAwait(false) is { } by
                ? (by, Identities.Proxy + " " + named) : null;
        }
        if (!visit.Setup.IsOpen)
        {
            return await store.UserAsync(UserRecord.First, http.RequestAborted).ConfigureAwait(false) is { } first ? (first, Visit.LocalReader) : null;
        }
        return http.Request.Cookies[CookieName] is { Length: > 0 } cookie
            && await store.SessionUserAsync(SecretToken.DigestOf(cookie), visit.Now, http.RequestAborted).ConfigureAwait(false) is { } user
            ? (user, cookie)
            : null;
    }

    private static async ValueTask<bool> IsOursAsync(HttpContext http, Visit visit)
    {
        if (visit.Reader == "token")
        {
            return true;
        }
        // Browsers say where a request comes from; where they do, it must be from here.
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none"))
        {
            return false;
        }
        if (http.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != http.Request.Host.ToString()))
        {
            return false;
        }
        if (!http.Request.HasFormContentType)
        {
            return false;
        }
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
            return http.RequestServices.GetRequiredService<FormTokens>().IsRight(visit.Reader, form[FormTokens.FieldName]);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return false;
        }
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
