using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Stemma.App.Serving;

/// <summary>
/// Gives pages an ETag made of their content, and answers 304 where the browser has them. The page is made all the same; what is
/// saved is the transfer.
/// </summary>
internal static class EntityTags
{
    public static async Task Add(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            await next(http).ConfigureAwait(false);
            return;
        }
        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http).ConfigureAwait(false);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            http.Response.Body = body;
        }
        var content = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (http.Response.StatusCode == StatusCodes.Status200OK && content.Length > 0)
        {
            var tag = "W/\"" + Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 8)) + "\"";
            http.Response.Headers.ETag = tag;
            if (http.Response.Headers.CacheControl.Count == 0)
            {
                http.Response.Headers.CacheControl = "private, no-cache";
            }
            if (http.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.ContentLength = null;
                http.Response.ContentType = null;
                return;
            }
        }
        if (content.Length > 0)
        {
            await body.WriteAsync(content, http.RequestAborted).ConfigureAwait(false);
        }
    }
}
