using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching;

public sealed class AddressGuardTests
{
    private static readonly AddressGuard Strict = new(allowPrivate: false, []);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1%3")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("1::")]
    public void What_is_not_on_the_open_internet_is_refused(string address) =>
        Assert.NotNull(Strict.Refusal(IPAddress.Parse(address)));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("64:ff9b::93.184.216.34")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("2002:5db8:d822::1")]
    public void What_is_on_the_open_internet_is_allowed(string address) =>
        Assert.Null(Strict.Refusal(IPAddress.Parse(address)));

    [Fact]
    public void Allowing_private_networks_leaves_metadata_link_local_and_multicast_shut()
    {
        var open = new AddressGuard(allowPrivate: true, []);
        Assert.All(
            ["127.0.0.1", "10.0.0.1", "192.168.0.1", "::1", "fd12::1", "100.64.0.1"],
            a => Assert.Null(open.Refusal(IPAddress.Parse(a))));
        Assert.All(
            ["169.254.169.254", "fe80::1", "224.0.0.1", "168.63.129.16", "fd00:ec2::254", "240.0.0.1"],
            a => Assert.NotNull(open.Refusal(IPAddress.Parse(a))));
    }

    [Fact]
    public void A_single_machine_can_be_opened()
    {
        var guard = new AddressGuard(allowPrivate: false, [IPNetwork.Parse("192.168.7.20/32")]);
        Assert.Null(guard.Refusal(IPAddress.Parse("192.168.7.20")));
        Assert.Null(guard.Refusal(IPAddress.Parse("::ffff:192.168.7.20")));
        Assert.NotNull(guard.Refusal(IPAddress.Parse("192.168.7.21")));
    }

    [Fact]
    public void Who_types_a_private_address_opens_that_one_alone()
    {
        var guard = new AddressGuard(false, AddressGuard.NamedBy(["http://127.0.0.1:8000/a", "page.html", "https://paper.example/", "-"]));
        Assert.Null(guard.Refusal(IPAddress.Loopback));
        Assert.NotNull(guard.Refusal(IPAddress.Parse("127.0.0.2")));
        Assert.NotNull(guard.Refusal(IPAddress.IPv6Loopback));
    }

    // Every spelling goes through the fetcher; the connector records what it was asked to connect to and connects to nothing.
    [Theory]
    [InlineData("http://127.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://\u2460\u2461\u2466.0.0.1/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST./")]
    public async Task No_spelling_of_a_private_address_is_connected_to(string address)
    {
        var (result, connected) = await FetchAsync(address);
        Assert.Empty(connected);
        Assert.Contains(
            result.Failure!.Kind,
            new[] { FailureKind.PrivateAddress, FailureKind.NameNotFound, FailureKind.BadAddress });
    }

    [Fact]
    public async Task The_spellings_of_private_addresses_at_hand_are_refused_and_the_public_ones_are_not()
    {
        var file = LabelledData.Find("feeds", "url_ip_forms.jsonl");
        List<string> wrong = [];
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var input = row.RootElement.GetProperty("input").GetString()!;
            var (result, connected) = await FetchAsync(input);
            var isPrivate = row.RootElement.GetProperty("private").GetBoolean();
            if (isPrivate == connected.Count > 0)
            {
                wrong.Add($"{input}: {result.Failure?.Message}");
            }
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("http://a..b/")]
    [InlineData("http://xn--a/")]
    [InlineData("http://-/")]
    [InlineData("http://*/")]
    [InlineData("http://a:0/")]
    [InlineData("http://paper.example:65535/%")]
    [InlineData("http://\u4F8B\u3048.\u30C6\u30B9\u30C8/\u30C6\uD800")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http:/paper.example")]
    [InlineData("https://paper.example\\@127.0.0.1/")]
    [InlineData("mailto:a@b.example")]
    public async Task Odd_addresses_are_told_and_never_throw(string address)
    {
        var (result, connected) = await FetchAsync(address);
        Assert.NotNull(result.Failure);
        Assert.Empty(connected);
    }

    [Fact]
    public async Task A_relative_address_is_told()
    {
        var options = new FetchOptions();
        using var fetcher = new WebFetcher(options, TimeProvider.System);
        var request = new FetchRequest(new Uri("/feed", UriKind.Relative), FetchPurpose.Feed);
        var result = await fetcher.FetchAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(FailureKind.BadAddress, result.Failure!.Kind);
    }

    [Fact]
    public async Task A_host_of_a_thousand_letters_is_told()
    {
        var (result, _) = await FetchAsync($"http://{new string('a', 1000)}.example/");
        Assert.NotNull(result.Failure);
    }

    [Fact]
    public async Task A_name_that_answers_differently_the_second_time_gains_nothing()
    {
        var asked = 0;
        var (first, connected) = await FetchAsync("http://rebind.example/", _ => asked++ == 0 ? "93.184.216.34" : "127.0.0.1");
        Assert.Equal(IPAddress.Parse("93.184.216.34"), Assert.Single(connected).Address);
        Assert.Equal(1, asked);
        Assert.Equal(FailureKind.Network, first.Failure!.Kind);
        var (second, none) = await FetchAsync("http://rebind.example/", _ => "127.0.0.1");
        Assert.Empty(none);
        Assert.Equal(FailureKind.PrivateAddress, second.Failure!.Kind);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_public_ones_are_tried()
    {
        var (_, connected) = await FetchAsync("http://mixed.example/", _ => "10.0.0.1 93.184.216.34 ::1");
        Assert.Equal(["93.184.216.34"], connected.Select(c => c.Address.ToString()));
    }

    [Fact]
    public async Task Behind_a_proxy_private_addresses_are_refused_before_the_proxy_is_asked()
    {
        var proxy = ProxySettings.From(name => name is "http_proxy" ? "http://10.9.9.9:3128" : null);
        foreach (var address in new[] { "http://127.0.0.1/", "http://inside.example/" })
        {
            var (result, connected) = await FetchAsync(address, _ => "192.168.3.4", proxy);
            Assert.Empty(connected);
            Assert.Equal(FailureKind.PrivateAddress, result.Failure!.Kind);
        }
        var (_, proxied) = await FetchAsync("http://outside.example/", _ => "93.184.216.34", proxy);
        Assert.Equal("10.9.9.9:3128", Assert.Single(proxied).ToString());
    }

    private static async Task<(FetchResult Result, List<IPEndPoint> Connected)> FetchAsync(
        string address, Func<string, string>? resolve = null, ProxySettings? proxy = null)
    {
        List<IPEndPoint> connected = [];
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            // What is no address is refused before anything is asked.
            var refused = new ItemFailure(address, FailureKind.BadAddress);
            return (new FetchResult { FinalUrl = new Uri("about:blank"), Failure = refused }, connected);
        }
        var options = new FetchOptions { DelayPerHost = TimeSpan.Zero, Proxy = proxy ?? ProxySettings.None };
        var connector = new WebConnector(AddressGuard.Of(options), options)
        {
            Resolve = (name, _) => Task.FromResult(Lookup(name)),
            Connect = (end, _) =>
            {
                connected.Add(end);
                throw new SocketException((int)SocketError.ConnectionRefused);
            },
        };
        using var fetcher = new WebFetcher(options, TimeProvider.System, connector);
        var result = await fetcher.FetchAsync(
            new FetchRequest(url, FetchPurpose.Feed), TestContext.Current.CancellationToken);
        return (result, connected);

        IPAddress[] Lookup(string name) => resolve is not null
            ? [.. resolve(name).Split(' ').Select(IPAddress.Parse)]
            : name.TrimEnd('.').Equals("localhost", StringComparison.OrdinalIgnoreCase) ? [IPAddress.Loopback]
            : throw new SocketException((int)SocketError.HostNotFound);
    }
}
