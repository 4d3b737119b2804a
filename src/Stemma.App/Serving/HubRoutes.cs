using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Stemma.App.Serving;

/// <summary>Where the hubs of feeds verify subscriptions and send news. They prove themselves by an address nobody can guess and a signature.</summary>
internal static class HubRoutes
{
    private const string Root = "/websub/";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get(Root + "{token}", VerifyAsync).WithMetadata(OpenToAll.Instance);
        routes.Post(Root + "{token}", TakeAsync).WithMetadata(OpenToAll.Instance, TakesForeignForms.Instance);
    }

    /// <summary>Whether a request goes where hubs send to, under the server's public name: the only one answered to by that name on loopback.</summary>
    public static bool IsForHub(HttpContext http, ServerSetup setup) =>
        setup.PublicUrl is { } home
        && http.Request.Path.StartsWithSegments(Root.TrimEnd('/'), StringComparison.Ordinal)
        && http.Request.Host.Host.Equals(home.Host, StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> VerifyAsync(Visit visit)
    {
        if (visit.Daemon.Hubs is not { } hubs)
        {
            return TypedResults.NotFound();
        }
        var query = visit.Http.Request.Query.ToDictionary(static q => q.Key, static q => q.Value.ToString(), StringComparer.Ordinal);
        var answer = await hubs.VerifyAsync(TokenOf(visit), query, visit.Cancel).ConfigureAwait(false);
        return TypedResults.Text(answer.Body, "text/plain", statusCode: answer.Status);
    }

    private static async Task<IResult> TakeAsync(Visit visit)
    {
        if (visit.Daemon.Hubs is not { } hubs)
        {
            return TypedResults.NotFound();
        }
        var request = visit.Http.Request;
        // As long as the server takes; a longer one is refused before it is here.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, visit.Cancel).ConfigureAwait(false);
        _ = MediaTypeHeaderValue.TryParse(request.ContentType, out var type);
        var isTaken = await hubs.TakeAsync(
            TokenOf(visit), request.Headers["X-Hub-Signature"], type?.MediaType.Value, type?.Charset.Value, body.ToArray(), visit.Cancel).ConfigureAwait(false);
        return isTaken is null ? TypedResults.StatusCode(StatusCodes.Status410Gone) : TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static string TokenOf(Visit visit) => visit.Http.Request.RouteValues["token"] as string ?? "";
}
