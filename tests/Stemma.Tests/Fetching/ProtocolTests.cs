using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stemma.Fetching;
using Stemma.Tests.Fetching.Faults;

namespace Stemma.Tests.Fetching;

/// <summary>HTTP/2, proxies and decompression over real connections on 127.0.0.1.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public async Task A_server_that_speaks_it_is_asked_in_http_2()
    {
        using var certificates = new FaultCertificates();
        using var certificate = certificates.For(FaultCertificate.Good, "paper.test");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l =>
        {
            l.Protocols = HttpProtocols.Http1AndHttp2;
            l.UseHttps(certificate!);
        }));
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Request.Protocol));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

        var result = await FetchAsync(new Uri($"https://paper.test:{port}/"), new FetchOptions(), certificates);

        Assert.Equal("HTTP/2", System.Text.Encoding.ASCII.GetString(result.Document!.Content.Span));
    }

    [Fact]
    public async Task A_proxy_is_asked_for_the_whole_address()
    {
        await using var proxy = new FaultServer((path, c, end) => c.AnswerAsync("", System.Text.Encoding.ASCII.GetBytes(path), end));
        var options = new FetchOptions { Proxy = new ProxySettings { Http = new Uri($"http://127.0.0.1:{proxy.Port}") } };
        var result = await FetchAsync(new Uri("http://paper.test/a?b=c"), options);
        Assert.Equal("http://paper.test/a?b=c", System.Text.Encoding.ASCII.GetString(result.Document!.Content.Span));
    }

    [Fact]
    public async Task A_proxy_is_asked_for_a_tunnel_to_a_secure_server_and_its_refusal_is_told()
    {
        await using var proxy = new FaultServer((path, c, end) => c.AnswerAsync("", [], end, "403 Forbidden"));
        var options = new FetchOptions { Proxy = new ProxySettings { Https = new Uri($"http://127.0.0.1:{proxy.Port}") } };
        var result = await FetchAsync(new Uri("https://paper.test/"), options);
        Assert.NotNull(result.Failure);
        Assert.Equal(["paper.test:443"], proxy.Asked.Distinct());
    }

    [Fact]
    public void A_decompression_bomb_costs_no_more_memory_than_its_limit()
    {
        var bomb = FaultBodies.Gzip(new byte[64 * 1024 * 1024]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = ContentDecoder.Decode(bomb, ["gzip"], maxBytes: 4 * 1024 * 1024, maxExpansion: 1000);
        Assert.NotNull(result.Failure);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
    }

    private static async Task<FetchResult> FetchAsync(Uri url, FetchOptions options, FaultCertificates? certificates = null)
    {
        var connector = new WebConnector(AddressGuard.Of(options), options)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34")]),
            Connect = async (end, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, end.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
            Trust = certificates?.Trust(),
        };
        using var fetcher = new WebFetcher(options, TimeProvider.System, connector);
        return await fetcher.FetchAsync(new FetchRequest(url, FetchPurpose.Feed), TestContext.Current.CancellationToken);
    }
}
