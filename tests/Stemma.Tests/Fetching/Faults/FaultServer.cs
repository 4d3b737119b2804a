using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>
/// A server that misbehaves as told: it reads a request and hands the bare connection to a script chosen by path. Listens on
/// 127.0.0.1, on a port the system chooses.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, FaultConnection, CancellationToken, Task> _script;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    /// <param name="script">Answers one request: its path, the connection, the end of the test.</param>
    /// <param name="certificate">For TLS; null for plain HTTP.</param>
    public FaultServer(Func<string, FaultConnection, CancellationToken, Task> script, X509Certificate2? certificate = null)
    {
        (_script, _certificate) = (script, certificate);
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Requests by path, in no order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                open.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                Stream stream = new NetworkStream(socket);
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                    stream = secure;
                }
                var connection = new FaultConnection(stream, socket);
                while (await ReadPathAsync(stream) is { } path)
                {
                    Asked.Enqueue(path);
                    await _script(path, connection, _stop.Token);
                    if (!connection.IsKept)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
                or System.Security.Authentication.AuthenticationException)
            {
                // The fetcher hung up, as it should.
            }
        }
    }

    // The path of the next request; null at the end of the connection.
    private async Task<string?> ReadPathAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0 || head.Length > 16_384)
            {
                return null;
            }
            if (head.Length == 0 && one[0] == 0x16)
            {
                // The greeting of TLS: a plain server answers it as it answers any nonsense.
                return "/";
            }
            head.Append((char)one[0]);
        }
        var parts = head.ToString().Split(' ');
        return parts.Length > 1 ? parts[1] : null;
    }
}
