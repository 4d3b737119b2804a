using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Stemma.App.Serving;

/// <summary>
/// Takes the word of trusted proxies: who reads, and from where and by which address they came. Judged by the connection itself, before
/// anything a request says changes what it seems to come from; from all others the headers are taken away.
/// </summary>
internal static class ProxyWord
{
    private const int MostNameChars = 200;
    private static readonly object Key = new();

    /// <summary>Puts it in front of all that looks at a request.</summary>
    public static void Use(WebApplication app, ProxySetup proxy)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Through as many proxies as are trusted, from the nearest on.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxy.Trusted)
        {
            options.KnownIPNetworks.Add(network);
        }
        app.Use((http, next) =>
        {
            var isTrusted = proxy.IsTrusted(http.Connection.RemoteIpAddress);
            Note(http, proxy, isTrusted);
            return next(http);
        });
        app.UseWhen(http => proxy.IsTrusted(http.Connection.RemoteIpAddress), branch => branch.UseForwardedHeaders(options));
    }

    /// <summary>Who reads, by the word of a trusted proxy; null where none says.</summary>
    public static string? NameOf(HttpContext http) => http.Items[Key] as string;

    private static void Note(HttpContext http, ProxySetup proxy, bool isTrusted)
    {
        if (proxy.Header is { } header)
        {
            // A header that stands there twice was not set by the proxy alone: then nobody is meant.
            if (isTrusted && http.Request.Headers[header] is [{ } name] && name.Trim() is { Length: > 0 and <= MostNameChars } who)
            {
                http.Items[Key] = who;
            }
            http.Request.Headers.Remove(header);
        }
        if (!isTrusted)
        {
            http.Request.Headers.Remove("X-Forwarded-For");
            http.Request.Headers.Remove("X-Forwarded-Proto");
            http.Request.Headers.Remove("X-Forwarded-Host");
        }
    }
}
