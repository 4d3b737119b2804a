using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Stemma.App.Serving;

/// <summary>A server without a socket: requests are handed in by the caller. For <c>stemma get</c> and for tests.</summary>
internal sealed class SingleRequest : IServer
{
    private Func<IFeatureCollection, Task>? _process;

    public IFeatureCollection Features { get; } = Addresses();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _process = async features =>
        {
            var context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context).ConfigureAwait(false);
                application.DisposeContext(context, null);
            }
            catch (Exception e)
            {
                application.DisposeContext(context, e);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="path">The path, with its query.</param>
    /// <param name="headers">Headers to send besides.</param>
    /// <param name="body">What to post.</param>
    /// <param name="from">Where the connection comes from; null where nobody is to know.</param>
    public async Task<(int Status, IHeaderDictionary Headers, byte[] Body)> SendAsync(
        string method, string path, IHeaderDictionary? headers = null, byte[]? body = null, System.Net.IPAddress? from = null)
    {
        var question = path.IndexOf('?', StringComparison.Ordinal);
        using var answer = new MemoryStream();
        var request = new HttpRequestFeature
        {
            Method = method,
            Scheme = "http",
            Protocol = "HTTP/1.1",
            Path = Uri.UnescapeDataString(question < 0 ? path : path[..question]),
            QueryString = question < 0 ? "" : path[question..],
            RawTarget = path,
            Body = new MemoryStream(body ?? []),
            Headers = headers ?? new HeaderDictionary(),
        };
        request.Headers.Host = request.Headers.Host.Count == 0 ? "localhost" : request.Headers.Host;
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature { RemoteIpAddress = from });
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        await _process!(features).ConfigureAwait(false);
        await features.Get<IHttpResponseBodyFeature>()!.CompleteAsync().ConfigureAwait(false);
        return (response.StatusCode, response.Headers, answer.ToArray());
    }

    private static FeatureCollection Addresses()
    {
        var features = new FeatureCollection();
        features.Set<IServerAddressesFeature>(new ServerAddressesFeature());
        return features;
    }
}
