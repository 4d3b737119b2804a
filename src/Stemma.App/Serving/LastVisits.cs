using System.Collections.Concurrent;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>
/// When each reader was here before the present visit, so that pages can say what is new. A visit ends after half an hour without
/// a page.
/// </summary>
internal sealed class LastVisits(IStore store)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<long, (DateTimeOffset? Before, DateTimeOffset Last)> _visits = new();

    /// <summary>When the visit before this one ended; null for the first. Notes that the reader is here.</summary>
    public async ValueTask<DateTimeOffset?> BeforeAsync(UserRecord user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = _visits.TryGetValue(user.Id, out var visit);
        var isNew = !known || now - visit.Last > Pause;
        var before = !known ? user.SeenAt : isNew ? visit.Last : visit.Before;
        _visits[user.Id] = (before, now);
        // Kept coarsely: not each page is worth a write.
        if (isNew || user.SeenAt is not { } seen || now - seen > TimeSpan.FromMinutes(5))
        {
            await store.ChangeUserAsync(user with { SeenAt = now }, cancellationToken).ConfigureAwait(false);
        }
        return before;
    }
}
