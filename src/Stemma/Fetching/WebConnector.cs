using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Stemma.Fetching;

/// <summary>
/// Makes the connections of <see cref="WebFetcher"/>: looks the name up itself and judges the very addresses it then connects
/// to, so that a name that answers differently the second time changes nothing.
/// </summary>
/// <param name="guard">Judges the addresses.</param>
/// <param name="options">Limits and proxies.</param>
internal sealed class WebConnector(AddressGuard guard, FetchOptions options)
{
    /// <summary>Looks a name up; the system's resolver but in tests.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Connects to an address that was judged; a socket but in tests.</summary>
    public Func<IPEndPoint, CancellationToken, Task<Stream>> Connect { get; init; } = ConnectSocketAsync;

    /// <summary>Whom to trust in TLS; null for what the system trusts.</summary>
    public X509ChainPolicy? Trust { get; init; }

    /// <summary>A handler that follows no redirect, keeps no cookie, undoes no compression: the fetcher does these itself.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = ConnectAsync,
        MaxConnectionsPerServer = options.ConnectionsPerHost + 1,
        MaxResponseHeadersLength = options.MaxHeadersKilobytes,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        Proxy = options.Proxy.ToWebProxy(),
        UseProxy = options.Proxy.Http is not null || options.Proxy.Https is not null,
        RequestHeaderEncodingSelector = static (_, _) => System.Text.Encoding.UTF8,
        ActivityHeadersPropagator = null,
        UseCookies = false,
        SslOptions = { CertificateChainPolicy = Trust },
    };

    /// <summary>
    /// Why an address may not even be asked for: its host is a private IP address, or a proxy would connect to one for us.
    /// Names that go through a proxy are looked up here too; what the proxy then finds is its own affair (see the design notes).
    /// </summary>
    public async Task<string?> RefusalAsync(Uri url, CancellationToken cancellationToken)
    {
        if (guard.Refusal(url) is { } refusal)
        {
            return refusal;
        }
        if (options.Proxy.For(url) is null || AddressGuard.HostAddress(url) is not null)
        {
            return null;
        }
        try
        {
            var addresses = await Resolve(url.IdnHost, cancellationToken).ConfigureAwait(false);
            return addresses.Select(guard.Refusal).FirstOrDefault(r => r is not null);
        }
        catch (SocketException)
        {
            // Behind many proxies no outside name can be looked up.
            return null;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        // The user chose the proxy, so its own address is not judged; what is asked through it was judged before.
        var judged = !IsProxy(context);
        var addresses = IPAddress.TryParse(host.TrimEnd('.'), out var literal)
            ? [literal]
            : await Resolve(host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }
        string? refusal = null;
        Exception? last = null;
        foreach (var address in addresses)
        {
            if (judged && guard.Refusal(address) is { } why)
            {
                refusal ??= why;
                continue;
            }
            if (!AddressGuard.IsUsable(address))
            {
                continue;
            }
            // One dead address must not use up the time of the others.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(options.ConnectTimeout / Math.Min(addresses.Length, 3));
            try
            {
                return await Connect(new IPEndPoint(address, port), patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or IOException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                last = e;
            }
        }
        throw last is null && refusal is not null
            ? new RefusedAddressException(host, refusal)
            : last as SocketException ?? new SocketException((int)SocketError.TimedOut);
    }

    // A tunnel is asked of the proxy by a message of the framework's own (CONNECT), whose address is the proxy's.
    private bool IsProxy(SocketsHttpConnectionContext context)
    {
        var (end, message) = (context.DnsEndPoint, context.InitialRequestMessage);
        var proxy = message.Method == HttpMethod.Connect
            ? new[] { options.Proxy.Https, options.Proxy.Http }.FirstOrDefault(IsAt)
            : message.RequestUri is { } url ? options.Proxy.For(url) : null;
        return IsAt(proxy);

        bool IsAt(Uri? address) => address is not null && address.Port == end.Port
            && (address.IdnHost.Equals(end.Host, StringComparison.OrdinalIgnoreCase) || address.Host.Equals(end.Host, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Stream> ConnectSocketAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
