using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serving;

/// <summary>The style sheet, the script and the icon of the pages.</summary>
internal sealed class Assets
{
    public Asset Style { get; } = Asset.Of("stemma.css", "text/css; charset=utf-8", "Ui/stemma.css", "Ui/reader.css", "Ui/watching.css");

    public Asset Script { get; } = Asset.Of("reader.js", "text/javascript; charset=utf-8", "Ui/reader.js", "Ui/push.js");

    public Asset Icon { get; } = Asset.Of("icon.svg", "image/svg+xml", "Ui/icon.svg");

    public void Map(IEndpointRouteBuilder routes)
    {
        // Neither is asked with a digest: browsers look for changes by themselves.
        routes.Get("/service-worker.js", static _ => Task.FromResult<IResult>(TypedResults.Bytes((byte[])[.. Asset.Resource("Ui/service-worker.js"), .. Asset.Resource("Ui/push-worker.js")], "text/javascript; charset=utf-8")))
            .WithMetadata(OpenToAll.Instance);
        routes.Get("/manifest.webmanifest", _ => Task.FromResult<IResult>(TypedResults.Text(
            $$"""
            {"name":"Stemma","short_name":"Stemma","start_url":"/","display":"standalone","background_color":"#fcfbf8","theme_color":"#7a1f1f",
            "icons":[{"src":"{{Icon.Path}}","sizes":"any","type":"image/svg+xml","purpose":"any"}]}
            """,
            "application/manifest+json; charset=utf-8"))).WithMetadata(OpenToAll.Instance);
        foreach (var asset in new[] { Style, Script, Icon })
        {
            routes.MapGet(asset.Path, http =>
            {
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                http.Response.ContentType = asset.MediaType;
                return http.Response.Body.WriteAsync(asset.Content, http.RequestAborted).AsTask();
            }).WithMetadata(OpenToAll.Instance);
        }
    }
}
