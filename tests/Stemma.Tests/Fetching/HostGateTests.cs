using Stemma.Fetching;

namespace Stemma.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly Uri A = new("https://a.example/1");
    private static readonly Uri B = new("https://b.example/1");
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Two_requests_to_one_host_start_a_delay_apart()
    {
        using var gate = Gate(delay: 2, perHost: 5);
        using var first = await EnterAsync(gate, A);
        var second = EnterAsync(gate, A);
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_crowded_host_does_not_keep_others_waiting()
    {
        using var gate = Gate(delay: 60, perHost: 1, total: 2);
        using var first = await EnterAsync(gate, A);
        var crowd = Enumerable.Range(0, 20).Select(_ => EnterAsync(gate, A)).ToList();
        using var other = await EnterAsync(gate, B);
        Assert.All(crowd, c => Assert.False(c.IsCompleted));
    }

    [Fact]
    public async Task No_more_connections_are_open_than_the_bounds_allow()
    {
        using var gate = Gate(delay: 0, perHost: 2, total: 3);
        var leases = new[] { await EnterAsync(gate, A), await EnterAsync(gate, A), await EnterAsync(gate, B) };
        var third = EnterAsync(gate, A);
        var fourth = EnterAsync(gate, B);
        Assert.False(third.IsCompleted);
        Assert.False(fourth.IsCompleted);
        leases[2].Dispose();
        (await fourth).Dispose();
        Assert.False(third.IsCompleted);
        leases[0].Dispose();
        (await third).Dispose();
        leases[1].Dispose();
        leases[1].Dispose();
        using var again = await EnterAsync(gate, A);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_his_place()
    {
        using var gate = Gate(delay: 0, perHost: 1, total: 1);
        var first = await EnterAsync(gate, A);
        using var patience = new CancellationTokenSource();
        var waiting = gate.EnterAsync(A, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        using var next = await EnterAsync(gate, A);
    }

    [Fact]
    public void A_host_that_was_asked_too_often_is_left_alone_for_its_time_but_not_for_a_day()
    {
        using var gate = Gate(delay: 1, perHost: 2);
        gate.HoldOff(A, TimeSpan.FromSeconds(40));
        Assert.Equal(TimeSpan.FromSeconds(40), gate.HeldFor(A));
        Assert.Equal(TimeSpan.Zero, gate.HeldFor(B));
        _clock.Advance(TimeSpan.FromSeconds(41));
        Assert.Equal(TimeSpan.Zero, gate.HeldFor(A));
        gate.HoldOff(A, TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromMinutes(15), gate.HeldFor(A));
    }

    [Fact]
    public async Task A_crawl_delay_is_honoured_within_a_bound()
    {
        using var gate = Gate(delay: 1, perHost: 2);
        gate.SlowDown(A, TimeSpan.FromHours(2));
        using var first = await EnterAsync(gate, A);
        var second = EnterAsync(gate, A);
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        (await second).Dispose();
    }

    private HostGate Gate(int delay, int perHost, int total = 10) => new(
        new FetchOptions { DelayPerHost = TimeSpan.FromSeconds(delay), ConnectionsPerHost = perHost, Concurrency = total }, _clock);

    private static Task<HostLease> EnterAsync(HostGate gate, Uri url) => gate.EnterAsync(url, TestContext.Current.CancellationToken);
}
