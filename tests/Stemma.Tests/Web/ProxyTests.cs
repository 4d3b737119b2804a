using System.Net;
using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>The word of a proxy counts from trusted addresses alone.</summary>
public sealed class ProxyTests
{
    private static readonly IPAddress Near = IPAddress.Parse("10.0.0.5");
    private static readonly IPAddress Far = IPAddress.Parse("203.0.113.9");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_a_trusted_proxy_names_reads_as_that_reader_and_from_elsewhere_the_header_is_nothing()
    {
        await using var app = await StartAsync();
        await app.PostFromAsync("/welcome", "token=" + app.Setup.WelcomeToken, "", Near, ("Remote-User", "ada"));
        Assert.Equal("ada", (await app.Store.UserAsync(UserRecord.First, Cancel))!.Name);
        Assert.Equal(200, (await app.GetFromAsync("/settings", Near, ("Remote-User", "ada"))).Status);
        Assert.Equal(200, (await app.GetFromAsync("/settings", IPAddress.Parse("::ffff:10.0.0.5"), ("Remote-User", "ada"))).Status);
        foreach (var from in new[] { Far, IPAddress.Loopback, IPAddress.Parse("10.0.1.5"), null })
        {
            Assert.Equal(302, (await app.GetFromAsync("/settings", from, ("Remote-User", "ada"))).Status);
            // Nor does it help to claim to come from the proxy.
            Assert.Equal(302, (await app.GetFromAsync("/settings", from, ("Remote-User", "ada"), ("X-Forwarded-For", "10.0.0.5"))).Status);
        }
        Assert.Equal(302, (await app.GetFromAsync("/settings", Near)).Status);
        Assert.Equal(302, (await app.GetFromAsync("/settings", Near, ("Remote-User", "ada"), ("Remote-User", "eve"))).Status);
    }

    [Fact]
    public async Task A_person_new_to_it_gets_an_account_without_rights_but_not_before_there_is_a_first()
    {
        await using var app = await StartAsync();
        Assert.Equal(302, (await app.GetFromAsync("/", Near, ("Remote-User", "bob"))).Status);
        await app.PostFromAsync("/welcome", "token=" + app.Setup.WelcomeToken, "", Near, ("Remote-User", "ada"));
        Assert.Equal(200, (await app.GetFromAsync("/", Near, ("Remote-User", "bob"))).Status);
        Assert.Equal(200, (await app.GetFromAsync("/", Near, ("Remote-User", "bob"))).Status);
        var bob = Assert.Single(await app.Store.UsersAsync(Cancel), u => u.Name == "bob");
        Assert.False(bob.IsAdmin);
        Assert.Equal(403, (await app.PostFromAsync("/settings/people", "name=eve&password=ten+letters+or+more", "proxy bob", Near, ("Remote-User", "bob"))).Status);
        // A second of a name that a reader with a password has is another person.
        await app.Store.AddUserAsync("Cleo", "x", true, Storage.StoreFolder.Now, Cancel);
        await app.GetFromAsync("/", Near, ("Remote-User", "cleo"));
        Assert.Contains(await app.Store.UsersAsync(Cancel), u => u.Name == "cleo 2" && !u.IsAdmin);
    }

    [Fact]
    public async Task A_form_of_one_proxied_reader_is_not_taken_from_another()
    {
        await using var app = await StartAsync();
        await app.PostFromAsync("/welcome", "token=" + app.Setup.WelcomeToken, "", Near, ("Remote-User", "ada"));
        Assert.Equal(400, (await app.PostFromAsync("/settings", "theme=dark", "proxy ada", Near, ("Remote-User", "bob"))).Status);
        Assert.Equal(303, (await app.PostFromAsync("/settings", "theme=dark", "proxy bob", Near, ("Remote-User", "bob"))).Status);
    }

    [Fact]
    public async Task Forwarded_scheme_and_host_count_from_trusted_addresses_alone()
    {
        await using var app = await StartAsync();
        var forwarded = new[] { ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "news.farrow.example"), ("X-Forwarded-For", "203.0.113.9") };
        Assert.Contains("https://news.farrow.example/search", (await app.GetFromAsync("/opensearch.xml", Near, forwarded)).Body, StringComparison.Ordinal);
        Assert.Contains("http://localhost/search", (await app.GetFromAsync("/opensearch.xml", Far, forwarded)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_everybody_signs_in_on_loopback_too()
    {
        var setup = new ServerSetup { Listen = new IPEndPoint(IPAddress.Loopback, 0), Proxy = new ProxySetup([IPNetwork.Parse("127.0.0.1/32")], null) };
        await using var app = await WebApp.StartAsync(setup: s => s with { Proxy = setup.Proxy });
        Assert.True(app.Setup.IsOpen);
        Assert.Equal(302, (await app.GetFromAsync("/", IPAddress.Loopback)).Status);
    }

    private static Task<WebApp> StartAsync() => WebApp.StartAsync(setup: s => s with { Proxy = new ProxySetup([IPNetwork.Parse("10.0.0.0/24")], "Remote-User") });
}
