namespace Stemma.Fetching;

/// <summary>
/// Politeness: bounds how many requests are open in all and at each host, and keeps a time between the starts of two
/// requests to one host. A host is a name and a port.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="clock">Measures the waiting.</param>
public sealed class HostGate(FetchOptions options, TimeProvider clock) : IDisposable
{
    // Past this many hosts, those that nobody waits for are forgotten.
    private const int RememberedHosts = 1024;

    // One address may ask for a day of rest; its neighbours on the same host wait for this at most.
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(15);

    // A crawl-delay beyond this would mean that a site is never read to its end.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _total = new(options.Concurrency);

    /// <summary>Waits for its turn at a host; the lease is to be disposed when the answer has been read.</summary>
    public async Task<HostLease> EnterAsync(Uri url, CancellationToken cancellationToken)
    {
        var host = Take(url);
        var hasSlot = false;
        try
        {
            await host.Slots.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasSlot = true;
            while (true)
            {
                // The wait for the host comes first, so that a crowded host never fills the places of the others.
                var wait = TimeUntil(host);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
                    continue;
                }
                await _total.WaitAsync(cancellationToken).ConfigureAwait(false);
                lock (_lock)
                {
                    if (Remaining(host) <= TimeSpan.Zero)
                    {
                        host.Next = clock.GetTimestamp() + Ticks(host.Delay);
                        return new HostLease(this, host);
                    }
                }
                _total.Release();
            }
        }
        catch
        {
            Leave(host, hasSlot);
            throw;
        }
    }

    /// <summary>Sets the time between two requests to a host (its crawl-delay), within 30 s; never shorter than the options'.</summary>
    public void SlowDown(Uri url, TimeSpan delay)
    {
        lock (_lock)
        {
            var host = Find(url);
            host.Delay = TimeSpan.FromTicks(Math.Clamp(delay.Ticks, options.DelayPerHost.Ticks, Math.Max(LongestDelay.Ticks, options.DelayPerHost.Ticks)));
        }
    }

    /// <summary>Leaves a host alone for a while, for it said that it is asked too often; 15 minutes at most.</summary>
    public void HoldOff(Uri url, TimeSpan time)
    {
        lock (_lock)
        {
            var until = clock.GetTimestamp() + Ticks(time < LongestHold ? time : LongestHold);
            var host = Find(url);
            host.HeldUntil = Math.Max(host.HeldUntil ?? until, until);
        }
    }

    /// <summary>How much longer a host is to be left alone; zero where it is not.</summary>
    public TimeSpan HeldFor(Uri url)
    {
        lock (_lock)
        {
            return _hosts.TryGetValue(url.Authority, out var host) && host.HeldUntil is { } until && until > clock.GetTimestamp()
                ? clock.GetElapsedTime(clock.GetTimestamp(), until)
                : TimeSpan.Zero;
        }
    }

    public void Dispose() => _total.Dispose();

    internal void Leave(HostLease lease)
    {
        _total.Release();
        Leave(lease.Host, hasSlot: true);
    }

    private void Leave(Host host, bool hasSlot)
    {
        lock (_lock)
        {
            host.Users--;
            if (hasSlot)
            {
                host.Slots.Release();
            }
        }
    }

    private Host Take(Uri url)
    {
        lock (_lock)
        {
            var host = Find(url);
            host.Users++;
            return host;
        }
    }

    private Host Find(Uri url)
    {
        if (_hosts.TryGetValue(url.Authority, out var known))
        {
            return known;
        }
        if (_hosts.Count >= RememberedHosts)
        {
            var now = clock.GetTimestamp();
            foreach (var idle in _hosts.Where(h => h.Value.Users == 0 && h.Value.Next <= now && !(h.Value.HeldUntil > now)).ToList())
            {
                _hosts.Remove(idle.Key);
            }
        }
        var host = new Host(options.ConnectionsPerHost, options.DelayPerHost) { Next = clock.GetTimestamp() };
        _hosts.Add(url.Authority, host);
        return host;
    }

    private TimeSpan TimeUntil(Host host)
    {
        lock (_lock)
        {
            return Remaining(host);
        }
    }

    private TimeSpan Remaining(Host host)
    {
        var now = clock.GetTimestamp();
        return host.Next > now ? clock.GetElapsedTime(now, host.Next) : TimeSpan.Zero;
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    /// <summary>What is known of one host; guarded by the gate's lock.</summary>
    internal sealed class Host(int connections, TimeSpan delay)
    {
        public SemaphoreSlim Slots { get; } = new(connections);

        public TimeSpan Delay { get; set; } = delay;

        /// <summary>Earliest start of the next request, as a timestamp of the clock.</summary>
        public long Next { get; set; }

        public long? HeldUntil { get; set; }

        /// <summary>Requests that wait or are open.</summary>
        public int Users { get; set; }
    }
}
