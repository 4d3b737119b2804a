using Stemma.Alerting;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>Messages are tried until they arrive or their target is given up, each try the same.</summary>
public sealed class AlertDelivererTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_is_tried_again_later_and_later_and_then_the_target_is_given_up_with_the_reason()
    {
        await using var story = await WithNewsAsync();
        var clock = new HandClock();
        List<(long Id, DateTimeOffset At)> tries = [];
        var deliverer = new AlertDeliverer(story.Store, clock, (delivery, _) =>
        {
            tries.Add((delivery.Id, clock.Now));
            return Task.FromResult(new DeliveryOutcome("answered 500"));
        });
        for (var i = 0; i < 3000; i++)
        {
            await deliverer.DeliverAsync(Cancel);
            clock.Now += TimeSpan.FromMinutes(1);
        }
        Assert.Equal(AlertDeliverer.MostFailures, tries.Count);
        Assert.Single(tries.Select(t => t.Id).Distinct());
        var waits = tries.Zip(tries.Skip(1), (a, b) => (b.At - a.At).TotalMinutes).ToList();
        Assert.Equal([1, 3, 9, 27, 81, 243, 360], waits);
        var target = Assert.Single(await story.Store.TargetsAsync(AlertStory.Ada, Cancel));
        Assert.Equal((8, "answered 500", true), (target.Failures, target.Failure, target.OffAt is not null));
        // Its reader says to try again: what waited goes out.
        await story.Store.ReviveTargetAsync(AlertStory.Ada, target.Id, clock.Now, Cancel);
        await new AlertDeliverer(story.Store, clock, (_, _) => Task.FromResult(DeliveryOutcome.Arrived)).DeliverAsync(Cancel);
        Assert.NotNull(Assert.Single(await story.Store.DeliveriesAsync(AlertStory.Ada, 10, Cancel)).SentAt);
        Assert.Null(Assert.Single(await story.Store.TargetsAsync(AlertStory.Ada, Cancel)).Failure);
    }

    [Fact]
    public async Task A_final_failure_gives_the_target_up_at_once()
    {
        await using var story = await WithNewsAsync();
        await new AlertDeliverer(story.Store, new HandClock(), (_, _) => Task.FromResult(new DeliveryOutcome("is gone", IsFinal: true))).DeliverAsync(Cancel);
        Assert.NotNull(Assert.Single(await story.Store.TargetsAsync(AlertStory.Ada, Cancel)).OffAt);
    }

    [Fact]
    public async Task A_stop_between_sending_and_noting_sends_the_same_once_more_and_then_never_again()
    {
        await using var story = await WithNewsAsync();
        var clock = new HandClock();
        List<AlertDelivery> sent = [];
        using var stop = new CancellationTokenSource();
        var stopped = new AlertDeliverer(story.Store, clock, (delivery, cancel) =>
        {
            sent.Add(delivery);
            stop.Cancel();
            cancel.ThrowIfCancellationRequested();
            return Task.FromResult(DeliveryOutcome.Arrived);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.DeliverAsync(stop.Token));
        var deliverer = new AlertDeliverer(story.Store, clock, (delivery, _) =>
        {
            sent.Add(delivery);
            return Task.FromResult(DeliveryOutcome.Arrived);
        });
        await deliverer.DeliverAsync(Cancel);
        await deliverer.DeliverAsync(Cancel);
        Assert.Equal(2, sent.Count);
        Assert.Equal((sent[0].Id, sent[0].At), (sent[1].Id, sent[1].At));
        Assert.Equal(sent[0].News, sent[1].News);
    }

    [Fact]
    public async Task A_fault_of_ours_with_one_message_lets_the_others_go()
    {
        await using var story = await WithNewsAsync();
        var other = await story.TargetAsync("https://hooks.example/b");
        await story.Store.TellAsync(AlertStory.Ada, other, new AlertNews { Kind = AlertNewsKind.Test }, "t", StoreFolder.Now, Cancel);
        List<string> faults = [];
        var deliverer = new AlertDeliverer(story.Store, new HandClock(), (delivery, _) => delivery.Target.Id == other
            ? Task.FromResult(DeliveryOutcome.Arrived) : throw new InvalidOperationException("a fault"))
        { Fault = (what, _) => faults.Add(what) };
        await deliverer.DeliverAsync(Cancel);
        Assert.Single(faults);
        Assert.Equal([true, false], (await story.Store.DeliveriesAsync(AlertStory.Ada, 10, Cancel)).OrderByDescending(d => d.Target).Select(d => d.SentAt is not null));
    }

    private static async Task<AlertStory> WithNewsAsync()
    {
        var story = await AlertStory.StartAsync();
        await story.Store.AddAlertAsync(AlertStory.Ada, story.Target, "lang:en", TimeSpan.Zero, StoreFolder.Now, Cancel);
        await story.ArriveAsync(2);
        await story.WatchAsync();
        return story;
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
