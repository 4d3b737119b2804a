using System.Net;
using System.Security.Cryptography;
using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching;

public sealed class WebSubTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Uri Topic = new("https://paper.example/feed");
    private static readonly WebSubSubscription Asked = new(
        new WebSubHub(new Uri("https://hub.example/"), Topic), new Uri("https://reader.example/push/8f3c"), "key")
    {
        Pending = WebSubMode.Subscribe,
    };

    [Fact]
    public void The_headers_name_the_hub_before_the_feed_does()
    {
        var feedHub = new Uri("https://feedhub.example/");
        var self = new Uri("https://paper.example/self");
        WebLink[] headers = [new(new Uri("https://hub.example/"), "hub", null), new(Topic, "self", null)];
        Assert.Equal(new WebSubHub(new Uri("https://hub.example/"), Topic), WebSubHub.Find(headers, [feedHub], self, Topic));
        Assert.Equal(new WebSubHub(feedHub, self), WebSubHub.Find([], [feedHub], self, Topic));
        Assert.Equal(new WebSubHub(feedHub, Topic), WebSubHub.Find([], [feedHub], null, Topic));
        Assert.Null(WebSubHub.Find([], [new Uri("file:///hub")], null, Topic));
    }

    [Fact]
    public void The_hub_is_answered_with_its_challenge_where_the_subscription_is_meant()
    {
        var answer = Answer("subscribe", Asked, ("hub.challenge", "c-1"), ("hub.lease_seconds", "86400"));
        Assert.Equal((200, "c-1"), (answer.Status, answer.Body));
        Assert.Equal(Now.AddDays(1), answer.Subscription!.Until);
        Assert.Null(answer.Subscription.Pending);
        Assert.False(answer.Subscription.IsDue(Now.AddHours(12), TimeSpan.FromDays(1)));
        Assert.True(answer.Subscription.IsDue(Now.AddHours(20), TimeSpan.FromDays(1)));
    }

    [Theory]
    [InlineData("subscribe", "https://paper.example/other", WebSubMode.Subscribe)]
    [InlineData("subscribe", "https://paper.example/feed", null)]
    [InlineData("unsubscribe", "https://paper.example/feed", WebSubMode.Subscribe)]
    [InlineData("subscribe", "https://paper.example/feed", WebSubMode.Unsubscribe)]
    [InlineData("nonsense", "https://paper.example/feed", WebSubMode.Subscribe)]
    public void What_was_not_asked_for_is_refused(string mode, string topic, WebSubMode? pending)
    {
        var subscription = Asked with { Pending = pending };
        var query = new Dictionary<string, string> { ["hub.mode"] = mode, ["hub.topic"] = topic, ["hub.challenge"] = "c" };
        var answer = WebSubVerification.Answer(query, subscription, Now);
        Assert.Equal((404, ""), (answer.Status, answer.Body));
        Assert.Equal(subscription, answer.Subscription);
        Assert.Equal(404, WebSubVerification.Answer(query, null, Now).Status);
    }

    [Fact]
    public void A_denied_subscription_is_none_and_a_lease_has_bounds()
    {
        Assert.Null(Answer("denied", Asked, ("hub.reason", "no")).Subscription);
        Assert.Equal(Now.AddDays(30), Answer("subscribe", Asked, ("hub.challenge", "c"), ("hub.lease_seconds", "9999999999")).Subscription!.Until);
        Assert.Equal(Now.AddDays(5), Answer("subscribe", Asked, ("hub.challenge", "c"), ("hub.lease_seconds", "-1")).Subscription!.Until);
        Assert.Equal(404, Answer("subscribe", Asked).Status);
    }

    [Fact]
    public void Only_a_right_signature_is_right()
    {
        var body = Encoding.UTF8.GetBytes("<feed/>");
        var key = Encoding.UTF8.GetBytes("key");
        var right = Convert.ToHexStringLower(HMACSHA256.HashData(key, body));
        Assert.True(WebSubSignature.IsRight($"sha256={right}", body, "key"));
        Assert.True(WebSubSignature.IsRight($"SHA256={right.ToUpperInvariant()}", body, "key"));
        Assert.True(WebSubSignature.IsRight($"sha512={Convert.ToHexString(HMACSHA512.HashData(key, body))}", body, "key"));
        Assert.All(
            new[] { null, "", "sha256=", $"sha256={right}00", $"sha256={right[..62]}", $"sha1={right}", $"md5={right}", "sha256=zz", $"sha256={right[..63]}0" },
            header => Assert.False(WebSubSignature.IsRight(header, body, "key")));
        Assert.False(WebSubSignature.IsRight($"sha256={right}", body, "other key"));
        Assert.False(WebSubSignature.IsRight($"sha256={right}", "<feed>x</feed>"u8, "key"));
    }

    [Fact]
    public async Task The_form_is_posted_to_the_hub()
    {
        string? sent = null;
        var outlet = new ScriptedOutlet(r =>
        {
            sent = $"{r.Method} {r.Content!.ReadAsStringAsync().GetAwaiter().GetResult()}";
            return new HttpResponseMessage(HttpStatusCode.Accepted);
        });
        using var fetcher = ScriptedFetcher.Of(outlet);
        var result = await fetcher.FetchAsync(
            new FetchRequest(Asked.Hub.Hub, FetchPurpose.Feed) { Form = Asked.Form(WebSubMode.Subscribe, TimeSpan.FromDays(10)) },
            TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
        Assert.Equal(202, result.Status);
        Assert.Equal(
            "POST hub.mode=subscribe&hub.topic=https%3A%2F%2Fpaper.example%2Ffeed&hub.callback=https%3A%2F%2Freader.example%2Fpush%2F8f3c"
            + "&hub.lease_seconds=864000&hub.secret=key",
            sent);
    }

    [Fact]
    public async Task A_form_is_not_sent_on_to_where_a_redirect_would_turn_it_into_a_question()
    {
        var outlet = new ScriptedOutlet(_ => ScriptedOutlet.Redirect("/elsewhere"));
        using var fetcher = ScriptedFetcher.Of(outlet);
        var result = await fetcher.FetchAsync(
            new FetchRequest(Asked.Hub.Hub, FetchPurpose.Feed) { Form = [new("a", "b")] }, TestContext.Current.CancellationToken);
        Assert.Equal(FailureKind.BadResponse, result.Failure!.Kind);
        Assert.Single(outlet.Asked);
    }

    private static WebSubVerification Answer(string mode, WebSubSubscription subscription, params (string Name, string Value)[] more)
    {
        var query = more.ToDictionary(m => m.Name, m => m.Value);
        query["hub.mode"] = mode;
        query["hub.topic"] = Topic.AbsoluteUri;
        return WebSubVerification.Answer(query, subscription, Now);
    }
}
