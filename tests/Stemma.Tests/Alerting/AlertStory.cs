using Stemma.Model;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Alerting;

/// <summary>A database with a reader, a webhook of theirs, and a bundled event that comes in bit by bit.</summary>
internal sealed class AlertStory : IAsyncDisposable
{
    private readonly List<Submission> _pages = StoreFolder.Pages("border-memo");
    private int _taken;

    private AlertStory()
    {
    }

    public static ReaderScope Ada { get; } = new(UserRecord.First);

    public StoreFolder Folder { get; } = new();

    public SqliteStore Store => Folder.Store;

    public long Target { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AlertStory> StartAsync(string address = "https://hooks.example/a")
    {
        var story = new AlertStory();
        story.Target = await story.TargetAsync(address);
        return story;
    }

    public Task<long> TargetAsync(string address, TargetKind kind = TargetKind.Webhook, byte[]? secret = null, ReaderScope? scope = null) => Store.AddTargetAsync(
        new AlertTarget { Id = 0, Scope = scope ?? Ada, Kind = kind, Address = address, Secret = secret ?? [1, 2, 3], At = StoreFolder.Now }, Cancel);

    /// <summary>The next pages come in and are read.</summary>
    public async Task ArriveAsync(int pages)
    {
        await Store.AcceptAsync([.. _pages.Skip(_taken).Take(pages)], StoreFolder.Now, Cancel);
        _taken += pages;
        await Folder.RunAsync();
    }

    public async Task<StoryId> BiggestAsync() =>
        (await Store.StoriesSinceAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, 100, Cancel)).OrderByDescending(s => s.Accounts).ThenBy(s => s.Id).First().Id;

    /// <summary>Filters and alerts look at all there is.</summary>
    public async Task WatchAsync()
    {
        await new LiveWatching(Store, TimeProvider.System, new LiveOptions()).RunToEndAsync(Cancel);
    }

    /// <summary>Puts together what is ripe and gives what is due.</summary>
    public async Task<IReadOnlyList<AlertDelivery>> DueAsync(DateTimeOffset? at = null)
    {
        await Store.BundleAsync(at ?? StoreFolder.Now, Cancel);
        return await Store.DeliveriesDueAsync(at ?? StoreFolder.Now, 100, Cancel);
    }

    public ValueTask DisposeAsync() => Folder.DisposeAsync();
}
