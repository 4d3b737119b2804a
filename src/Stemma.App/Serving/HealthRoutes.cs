using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serving;

/// <summary>For whoever watches the server: is it there, and can it read its database.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Get("/healthz", static _ => Task.FromResult<IResult>(TypedResults.Text("ok\n"))).WithMetadata(OpenToAll.Instance);
        routes.Get("/readyz", ReadyAsync).WithMetadata(OpenToAll.Instance);
    }

    private static async Task<IResult> ReadyAsync(Visit visit)
    {
        _ = await visit.Store.UserAsync(Storage.UserRecord.First, visit.Cancel).ConfigureAwait(false);
        return TypedResults.Text("ready\n");
    }
}
