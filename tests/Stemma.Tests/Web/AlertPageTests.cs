using Stemma.App.Serving;
using Stemma.Storage;

namespace Stemma.Tests.Web;

/// <summary>Alerts as their reader sets them up.</summary>
public sealed class AlertPageTests
{
    private static readonly ReaderScope First = new(UserRecord.First);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_shows_its_key_once_and_an_alert_goes_to_it()
    {
        await using var app = await WebApp.StartAsync();
        var made = await app.PostAsync("/alerts/targets", "kind=webhook&address=https%3A%2F%2Fhooks.example%2Fa");
        Assert.Equal((200, "no-store"), (made.Status, made.Headers.CacheControl.ToString()));
        var key = made.Page.QuerySelector(".said-it code")!.TextContent;
        Assert.Equal(64, key.Length);
        Assert.DoesNotContain(key, (await app.GetAsync("/alerts")).Body, StringComparison.Ordinal);
        Assert.Equal(303, (await app.PostAsync("/alerts", "of=search&q=ferry&target=1&pause=5")).Status);
        Assert.Equal(303, (await app.PostAsync("/alerts", "of=followed&target=1&pause=0")).Status);
        var alerts = await app.Store.AlertsAsync(First, Cancel);
        Assert.Equal([("ferry", 5.0), ("", 0.0)], alerts.Select(a => (a.Query, a.Pause.TotalMinutes)));
        Assert.Equal(400, (await app.PostAsync("/alerts", "of=search&q=ferry&target=1")).Status);
        Assert.Equal(303, (await app.PostAsync("/alerts/1", "do=remove")).Status);
        Assert.Equal(303, (await app.PostAsync("/alerts/targets/1", "do=test")).Status);
        await app.PostAsync("/alerts/targets/1", "do=test");
        Assert.Single(await app.Store.DeliveriesAsync(First, 10, Cancel));
        await app.PostAsync("/alerts/targets/1", "do=remove");
        Assert.Empty(await app.Store.AlertsAsync(First, Cancel));
    }

    [Theory]
    [InlineData("kind=webhook&address=ftp%3A%2F%2Fx.example")]
    [InlineData("kind=webhook&address=https%3A%2F%2Fuser%3Apass%40x.example")]
    [InlineData("kind=webhook&address=javascript%3Aalert(1)")]
    [InlineData("kind=mail&address=a%40b.example")]
    [InlineData("kind=push&address=http%3A%2F%2Fpush.example&key=BA&auth=AA")]
    [InlineData("kind=pigeon&address=x")]
    public async Task What_alerts_cannot_go_to_is_refused(string form)
    {
        await using var app = await WebApp.StartAsync();
        Assert.Equal(400, (await app.PostAsync("/alerts/targets", form)).Status);
        Assert.Empty(await app.Store.TargetsAsync(First, Cancel));
    }

    [Fact]
    public async Task A_reader_who_is_no_admin_shows_that_a_mail_address_is_theirs()
    {
        await using var app = await WebApp.StartAsync(isOpen: true, setup: s => s with { Mail = new MailSetup("127.0.0.1", 1, "none", null, null, "s@farrow.example") });
        var (scope, ada) = await app.SignedInAsync("ada");
        Assert.Equal(400, (await app.PostAsync("/alerts/targets", "kind=mail&address=ada%40x.example%0ABcc%3Ab%40x.example", ada)).Status);
        Assert.Equal(303, (await app.PostAsync("/alerts/targets", "kind=mail&address=ada%40farrow.example", ada)).Status);
        var target = Assert.Single(await app.Store.TargetsAsync(scope, Cancel));
        Assert.NotNull(target.Code);
        Assert.DoesNotContain(target.Code, (await app.GetAsync("/alerts", ada)).Body, StringComparison.Ordinal);
        // Nothing but the one mail with the code goes there before.
        await app.PostAsync($"/alerts/targets/{target.Id}", "do=test", ada);
        await app.PostAsync("/alerts/targets", "kind=mail&address=ada%40farrow.example", ada);
        var delivery = Assert.Single(await app.Store.DeliveriesDueAsync(DateTimeOffset.MaxValue.AddYears(-1), 10, Cancel));
        Assert.Equal(target.Code, Assert.Single(delivery.News).Query);
        Assert.Equal(400, (await app.PostAsync($"/alerts/targets/{target.Id}", "do=confirm&code=guess", ada)).Status);
        Assert.Equal(303, (await app.PostAsync($"/alerts/targets/{target.Id}", "do=confirm&code=" + target.Code, ada)).Status);
        Assert.Null(Assert.Single(await app.Store.TargetsAsync(scope, Cancel)).Code);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_the_alerts_of_another()
    {
        await using var app = await WebApp.StartAsync(isOpen: true);
        var (mine, ada) = await app.SignedInAsync("ada");
        var (his, bob) = await app.SignedInAsync("bob");
        await app.PostAsync("/alerts/targets", "kind=webhook&address=https%3A%2F%2Fzzsecretzz.example%2F", ada);
        await app.PostAsync("/alerts", "of=search&q=zzsecretzz&target=1", ada);
        Assert.Equal(404, (await app.PostAsync("/alerts/1", "do=remove", bob)).Status);
        Assert.Equal(404, (await app.PostAsync("/alerts/targets/1", "do=test", bob)).Status);
        Assert.Equal(404, (await app.PostAsync("/alerts/targets/1", "do=remove", bob)).Status);
        Assert.Equal(400, (await app.PostAsync("/alerts", "of=search&q=ferry&target=1", bob)).Status);
        Assert.DoesNotContain("zzsecretzz", (await app.GetAsync("/alerts", bob)).Body, StringComparison.Ordinal);
        Assert.Single(await app.Store.AlertsAsync(mine, Cancel));
        Assert.Empty(await app.Store.AlertsAsync(his, Cancel));
    }
}
