using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Serving;

namespace Stemma.App.Ui.Pictures;

/// <summary>
/// The pictures of articles. They are asked for by article and number, never by address: so it is no proxy for anything but what a
/// stored article names.
/// </summary>
internal static class PictureRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.Get("/articles/{id}/pictures/{number}", ShowAsync);

    private static async Task<IResult> ShowAsync(Visit visit)
    {
        if (IdText.Article(visit.Route("id")) is not { } id
            || !int.TryParse(visit.Route("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await visit.Store.ArticleAsync(id, visit.Scope, visit.Cancel).ConfigureAwait(false) is not { Article: { } article }
            || LeadPicture.AddressOf(article, number) is not { } address
            || await visit.Http.RequestServices.GetRequiredService<PictureProxy>().FindAsync(address, visit.Cancel).ConfigureAwait(false) is not var (bytes, header))
        {
            return new NoPicture();
        }
        var headers = visit.Http.Response.Headers;
        // Should a browser ever open it by itself: nothing in it runs.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        headers.CacheControl = "private, max-age=86400";
        return TypedResults.Bytes(bytes, header.MediaType);
    }

    // The page around it goes on; a browser shows the words in its place.
    private sealed class NoPicture : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            httpContext.Response.Headers.CacheControl = "private, max-age=600";
            return Task.CompletedTask;
        }
    }
}
