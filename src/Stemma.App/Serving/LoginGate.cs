namespace Stemma.App.Serving;

/// <summary>Slows down who tries passwords: after some failures for one name or from one address, a wait.</summary>
internal sealed class LoginGate(ServerSetup setup)
{
    private const int FreeTries = 5;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset Last)> _tries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long these must wait; null where they need not.</summary>
    public TimeSpan? MustWait(params ReadOnlySpan<string> keys)
    {
        var now = setup.Clock.GetUtcNow();
        TimeSpan? longest = null;
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_tries.TryGetValue(key, out var tries) && tries.Failures >= FreeTries && tries.Last + Wait > now
                    && (longest is null || tries.Last + Wait - now > longest))
                {
                    longest = tries.Last + Wait - now;
                }
            }
        }
        return longest;
    }

    public void Failed(params ReadOnlySpan<string> keys)
    {
        var now = setup.Clock.GetUtcNow();
        lock (_lock)
        {
            if (_tries.Count > MostRemembered)
            {
                _tries.Clear();
            }
            foreach (var key in keys)
            {
                var before = _tries.GetValueOrDefault(key);
                _tries[key] = (before.Last + Wait > now ? before.Failures + 1 : 1, now);
            }
        }
    }

    public void Succeeded(params ReadOnlySpan<string> keys)
    {
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _tries.Remove(key);
            }
        }
    }
}
