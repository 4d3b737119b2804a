using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serving;

/// <summary>The style sheet, the script and the icon of the pages.</summary>
internal sealed class Assets
{
    public Asset Style { get; } = Asset.Of("stemma.css", "text/css; charset=utf-8", "Ui/stemma.css", "Ui/reader.css");

    public Asset Script { get; } = Asset.Of("reader.js", "text/javascript; charset=utf-8", "Ui/reader.js");

    public Asset Icon { get; } = Asset.Of("icon.svg", "image/svg+xml", "Ui/icon.svg");

    public void Map(IEndpointRouteBuilder routes)
    {
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
