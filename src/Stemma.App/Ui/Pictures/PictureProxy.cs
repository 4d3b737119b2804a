using System.Collections.Concurrent;
using Stemma.Fetching;

namespace Stemma.App.Ui.Pictures;

/// <summary>
/// Fetches a picture for a reader, so that the reader's browser asks nobody but this server. Behind the same guard as all fetching: no
/// private address, bounded in bytes and time; what is no picture by its own bytes, or too large to be shown, is not passed on.
/// </summary>
/// <param name="web">Asks; null where nothing may be asked.</param>
/// <param name="cache">Keeps what came.</param>
/// <param name="clock">Tells when a failure may be tried again.</param>
internal sealed class PictureProxy(WebFetcher? web, PictureCache cache, TimeProvider clock) : IDisposable
{
    private const int MostAtOnce = 4;
    private const int MostRemembered = 5000;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(15);
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly ConcurrentDictionary<Uri, DateTimeOffset> _failed = new();

    /// <summary>The limits under which pictures are fetched, whatever else Stemma may ask.</summary>
    public static FetchOptions Limits(FetchOptions options) => options with
    {
        MaxBytes = 6 << 20,
        Timeout = TimeSpan.FromSeconds(12),
        Concurrency = MostAtOnce,
        ConnectionsPerHost = MostAtOnce,
        DelayPerHost = TimeSpan.Zero,
        // Articles come from anywhere and name what they like: none of it may lead into one's own network.
        AllowPrivateAddresses = false,
        AllowedNetworks = [],
    };

    /// <summary>The picture at an address that an article names; null where it cannot be had or is none.</summary>
    public async Task<(byte[] Bytes, PictureHeader Header)?> FindAsync(Uri picture, CancellationToken cancellationToken)
    {
        if (await cache.FindAsync(picture, cancellationToken).ConfigureAwait(false) is { } kept && PictureHeader.Read(kept) is { IsOfSensibleSize: true } known)
        {
            return (kept, known);
        }
        if (web is null || (_failed.TryGetValue(picture, out var again) && clock.GetUtcNow() < again))
        {
            return null;
        }
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var result = await web.FetchAsync(new FetchRequest(picture, FetchPurpose.Picture), cancellationToken).ConfigureAwait(false);
            if (result.Document is { Content: { IsEmpty: false } content } && PictureHeader.Read(content.Span) is { IsOfSensibleSize: true } header)
            {
                await cache.KeepAsync(picture, content, cancellationToken).ConfigureAwait(false);
                _failed.TryRemove(picture, out _);
                return (content.ToArray(), header);
            }
        }
        finally
        {
            _places.Release();
        }
        if (_failed.Count >= MostRemembered)
        {
            _failed.Clear();
        }
        _failed[picture] = clock.GetUtcNow() + AfterFailure;
        return null;
    }

    public void Dispose() => _places.Dispose();
}
