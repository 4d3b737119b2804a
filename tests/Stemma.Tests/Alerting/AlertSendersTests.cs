using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Stemma.Alerting;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>Messages as they leave: words, signature, secrecy, and where none may go.</summary>
public sealed class AlertSendersTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_gets_headlines_word_for_word_signed_with_its_key()
    {
        await using var folder = new StoreFolder();
        using var sink = new HttpSink();
        using var senders = new AlertSenders(folder.Store, Setup());
        Assert.Null((await senders.SendAsync(Delivery(TargetKind.Webhook, sink.Url.AbsoluteUri, Key), Cancel)).Failure);
        var (headers, body) = Assert.Single(sink.Posts);
        var parts = headers["Stemma-Signature"].Split(",v1=");
        var expected = HMACSHA256.HashData(Key, (byte[])[.. Encoding.ASCII.GetBytes(parts[0][2..] + "."), .. body]);
        Assert.Equal(Convert.ToHexStringLower(expected), parts[1]);
        Assert.Equal("7-" + StoreFolder.Now.ToUnixTimeMilliseconds(), headers["Idempotency-Key"]);
        using var json = JsonDocument.Parse(body);
        var news = json.RootElement.GetProperty("news")[0];
        Assert.Equal("Ferry <b>aground</b> off “Skell”", news.GetProperty("headline").GetString());
        Assert.Equal("2 new accounts, 1 new independent root, first denial, now 5 accounts, 2 independent roots", news.GetProperty("what").GetString());
        Assert.Equal("https://news.farrow.example/stories/s0000000009", news.GetProperty("url").GetString());
        Assert.Equal(2, news.GetProperty("new_accounts").GetInt32());
    }

    [Theory]
    [InlineData(500, "answered 500", false)]
    [InlineData(302, "answered 302", false)]
    [InlineData(410, "answered 410: it is gone for good", true)]
    public async Task What_a_webhook_answers_is_told_by_its_status_alone(int status, string failure, bool isFinal)
    {
        await using var folder = new StoreFolder();
        using var sink = new HttpSink { Status = status };
        using var senders = new AlertSenders(folder.Store, Setup());
        Assert.Equal(new DeliveryOutcome(failure, isFinal), await senders.SendAsync(Delivery(TargetKind.Webhook, sink.Url.AbsoluteUri, Key), Cancel));
    }

    [Fact]
    public async Task A_webhook_that_asks_for_patience_gets_it()
    {
        await using var folder = new StoreFolder();
        using var sink = new HttpSink { Status = 429, RetryAfter = "1200" };
        using var senders = new AlertSenders(folder.Store, Setup());
        Assert.Equal(TimeSpan.FromMinutes(20), (await senders.SendAsync(Delivery(TargetKind.Webhook, sink.Url.AbsoluteUri, Key), Cancel)).Wait);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", "loopback")]
    [InlineData("http://169.254.169.254/latest/meta-data", "link-local")]
    [InlineData("http://192.168.1.1/admin", "private")]
    [InlineData("http://inside.example/", "private")]
    public async Task No_alert_goes_to_a_private_address(string address, string why)
    {
        var options = new FetchOptions();
        List<IPEndPoint> connected = [];
        var connector = new WebConnector(AddressGuard.Of(options), options)
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("10.1.2.3") }),
            Connect = (at, _) =>
            {
                connected.Add(at);
                throw new IOException("recorded");
            },
        };
        await using var folder = new StoreFolder();
        using var post = new GuardedPost(options, connector);
        using var senders = new AlertSenders(folder.Store, Setup()) { Post = post };
        var outcome = await senders.SendAsync(Delivery(TargetKind.Webhook, address, Key), Cancel);
        Assert.True(outcome.IsFinal);
        Assert.Contains(why, outcome.Failure!, StringComparison.Ordinal);
        Assert.Empty(connected);
    }

    [Fact]
    public async Task A_push_service_gets_what_only_the_browser_can_read()
    {
        await using var folder = new StoreFolder();
        using var sink = new HttpSink { Status = 201 };
        using var senders = new AlertSenders(folder.Store, Setup());
        using var browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var secret = RandomNumberGenerator.GetBytes(16);
        var delivery = Delivery(TargetKind.Push, sink.Url.AbsoluteUri, [.. EllipticPoint.Of(browser.ExportParameters(false).Q), .. secret]);
        Assert.Null((await senders.SendAsync(delivery, Cancel)).Failure);
        var (headers, body) = Assert.Single(sink.Posts);
        Assert.Equal(("aes128gcm", "86400"), (headers["Content-Encoding"], headers["TTL"]));
        Assert.StartsWith("vapid t=", headers["Authorization"], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(PushReader.Decrypt(body, browser, secret));
        Assert.Equal("Ferry <b>aground</b> off “Skell”", json.RootElement.GetProperty("title").GetString());
        Assert.Equal("/stories/s0000000009", json.RootElement.GetProperty("url").GetString());
        sink.Status = 404;
        Assert.True((await senders.SendAsync(delivery, Cancel)).IsFinal);
        Assert.True((await senders.SendAsync(Delivery(TargetKind.Push, sink.Url.AbsoluteUri, new byte[81]), Cancel)).IsFinal);
    }

    [Fact]
    public async Task A_mail_has_a_subject_a_number_of_its_own_and_no_header_that_a_headline_could_add()
    {
        await using var folder = new StoreFolder();
        using var sink = new MailSink();
        using var senders = new AlertSenders(folder.Store, Setup(sink.Port));
        var delivery = Delivery(TargetKind.Mail, "ada@farrow.example", null);
        delivery = delivery with { News = [delivery.News[0] with { Title = "Aground\r\nBcc: all@farrow.example\r\n\r\nhi" }] };
        Assert.Null((await senders.SendAsync(delivery, Cancel)).Failure);
        Assert.Null((await senders.SendAsync(delivery, Cancel)).Failure);
        Assert.Equal(2, sink.Mails.Count);
        Assert.All(sink.Mails, m => Assert.Equal("ada@farrow.example", m.To));
        var heads = sink.Mails.Select(m => m.Mail.ReplaceLineEndings("\n").Split("\n\n")[0]).ToList();
        Assert.All(heads, h => Assert.DoesNotContain("\nBcc:", h, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(heads[0].Split('\n').First(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)), heads[1].Split('\n').First(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("https://news.farrow.example/alerts", heads[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_tells_one_event_once_however_many_articles_of_it_were_found()
    {
        await using var folder = new StoreFolder();
        using var sink = new MailSink();
        using var senders = new AlertSenders(folder.Store, Setup(sink.Port));
        string[] outlets = ["Skell Echo", "Torrin Times", "Skell Echo", "Farrow Post"];
        var news = outlets.Select((o, i) => new AlertNews { Kind = AlertNewsKind.Article, Article = new ArticleId(i), Story = new StoryId(i < 3 ? 9 : 10), Title = "Headline " + i, Outlet = o, Query = "ferry" });
        Assert.Null((await senders.SendAsync(Delivery(TargetKind.Mail, "ada@farrow.example", null) with { News = [.. news] }, Cancel)).Failure);
        var mail = Assert.Single(sink.Mails).Mail;
        Assert.Contains("Headline 0", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Headline 1", mail, StringComparison.Ordinal);
        Assert.Contains("and 2 more: Torrin Times, Skell Echo", System.Text.RegularExpressions.Regex.Replace(mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal), @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("/stories/s0000000009", mail, StringComparison.Ordinal);
        Assert.Contains("Headline 3", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_given_up_and_a_server_that_is_not_there_is_tried_again()
    {
        await using var folder = new StoreFolder();
        var sink = new MailSink { RecipientAnswer = "550 nobody of that name" };
        using var senders = new AlertSenders(folder.Store, Setup(sink.Port));
        Assert.Equal(new DeliveryOutcome("the mail server answered 550", true), await senders.SendAsync(Delivery(TargetKind.Mail, "ada@farrow.example", null), Cancel));
        sink.Dispose();
        Assert.Equal(new DeliveryOutcome("the mail server could not be reached"), await senders.SendAsync(Delivery(TargetKind.Mail, "ada@farrow.example", null), Cancel));
    }

    private static ServerSetup Setup(int mailPort = 1) => new()
    {
        Listen = new IPEndPoint(IPAddress.Loopback, 7070),
        PublicUrl = new Uri("https://news.farrow.example/"),
        Mail = new MailSetup("127.0.0.1", mailPort, "none", null, null, "stemma@farrow.example"),
        Network = new FetchOptions { AllowPrivateAddresses = true },
    };

    private static AlertDelivery Delivery(TargetKind kind, string address, byte[]? secret) => new()
    {
        Id = 7,
        At = StoreFolder.Now,
        Query = "",
        Target = new AlertTarget { Id = 3, Scope = new ReaderScope(UserRecord.First), Kind = kind, Address = address, Secret = secret },
        News =
        [
            new AlertNews
            {
                Kind = AlertNewsKind.Story, Story = new StoryId(9), Article = new ArticleId(8), Title = "Ferry <b>aground</b> off “Skell”", Outlet = "Skell Echo", Language = "en",
                NewAccounts = 2, NewRoots = 1, NewDenials = 1, IsFirstDenial = true, Accounts = 5, Roots = 2, At = StoreFolder.Now,
            },
        ],
    };
}
