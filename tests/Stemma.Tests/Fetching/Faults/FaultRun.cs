using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>
/// All faults acted out at the same time against one fetcher, with a healthy fetch beside each: made once, looked at by every
/// test case. Names of the tests resolve to a public address that the connector leads to 127.0.0.1; nothing leaves the machine.
/// </summary>
public sealed class FaultRun : IAsyncLifetime
{
    /// <summary>The patience of the run with a server that does not answer.</summary>
    public static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(2.5);

    private static readonly FetchOptions Options = new()
    {
        FirstByteTimeout = FirstByte,
        Timeout = TimeSpan.FromSeconds(5),
        ConnectTimeout = TimeSpan.FromSeconds(2.5),
        SlowGrace = TimeSpan.FromSeconds(1.2),
        MinBytesPerSecond = 4096,
        MaxBytes = 4 * 1024 * 1024,
        DelayPerHost = TimeSpan.Zero,
        Concurrency = 100,
    };

    private readonly FaultCertificates _certificates = new();
    private readonly ConcurrentDictionary<string, int> _lookups = new();

    internal static IReadOnlyList<Fault> Faults { get; } =
        [.. BodyFaults.All, .. EncodingFaults.All, .. HeaderFaults.All, .. StatusFaults.All, .. RedirectFaults.All, .. ConnectionFaults.All];

    internal ConcurrentDictionary<string, FaultOutcome> Outcomes { get; } = new();

    /// <summary>Every address the fetcher wanted to connect to.</summary>
    internal ConcurrentQueue<IPEndPoint> Connected { get; } = new();

    public async ValueTask InitializeAsync()
    {
        var end = TestContext.Current.CancellationToken;
        var connector = new WebConnector(AddressGuard.Of(Options), Options)
        {
            Resolve = LookupAsync,
            Connect = ConnectAsync,
            Trust = _certificates.Trust(),
        };
        using var fetcher = new WebFetcher(Options, TimeProvider.System, connector);
        await using var healthy = new FaultServer((_, c, stop) => c.AnswerAsync("", FaultBodies.Page, stop));
        await Task.WhenAll(Faults.Select((fault, i) => ActAsync(fault, i, fetcher, healthy, end)));
    }

    public ValueTask DisposeAsync()
    {
        _certificates.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ActAsync(Fault fault, int number, WebFetcher fetcher, FaultServer healthy, CancellationToken end)
    {
        var name = $"fault{number}";
        using var certificate = _certificates.For(fault.Certificate, name + ".test");
        var port = 0;
        var script = fault.Script;
        await using var server = new FaultServer((path, c, stop) => script(path, c.For(name, port), stop), certificate);
        port = server.Port;
        var address = new Uri(FaultConnection.Fill(fault.Address, name, port));
        var faulty = fetcher.FetchAsync(new FetchRequest(address, FetchPurpose.Feed) { ETag = fault.ETag }, end);
        var beside = fetcher.FetchAsync(
            new FetchRequest(new Uri($"http://beside{number}.test:{healthy.Port}/"), FetchPurpose.Feed), end);
        var result = await faulty;
        var then = fault.Then is null
            ? null
            : await fetcher.FetchAsync(new FetchRequest(new Uri(address, "/then"), FetchPurpose.Feed), end);
        Outcomes[fault.Name] = new FaultOutcome(result, await beside, then);
    }

    private async Task<IPAddress[]> LookupAsync(string name, CancellationToken end)
    {
        if (name == "inside.test")
        {
            return [IPAddress.Loopback];
        }
        if (name.StartsWith("beside", StringComparison.Ordinal))
        {
            return [IPAddress.Parse("93.184.216.34")];
        }
        if (!name.StartsWith("fault", StringComparison.Ordinal))
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }
        var answers = Faults[int.Parse(name["fault".Length..^".test".Length], null)].Resolves;
        var answer = answers[Math.Min(_lookups.AddOrUpdate(name, 0, (_, n) => n + 1), answers.Length - 1)];
        if (answer == "never")
        {
            await Task.Delay(Timeout.Infinite, end);
        }
        return answer.Length == 0 ? [] : [IPAddress.Parse(answer)];
    }

    private async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken end)
    {
        Connected.Enqueue(address);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, end);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
