using Stemma.Extraction;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// Takes in whatever a person adds, by what it proves to be: a feed, a site with feeds, a list of feeds (OPML), a sitemap, one
/// page; a folder, a file of pages, JSON lines or an archive (WARC).
/// </summary>
public sealed class SourceAdder
{
    private const int AcceptedTogether = 200;

    private readonly IStore _store;
    private readonly WebFetcher _web;
    private readonly TimeProvider _clock;
    private readonly FetchOptions _limits;
    private readonly ArticleExtractor _extractor;
    private readonly EntrySubmissions _entries;

    public SourceAdder(IStore store, WebFetcher web, OutletRegistry outlets, TimeProvider clock, FetchOptions? limits = null)
    {
        (_store, _web, _clock, _limits) = (store, web, clock, limits ?? new FetchOptions());
        _extractor = new ArticleExtractor(outlets);
        _entries = new EntrySubmissions(outlets);
    }

    /// <summary>Told how many articles were accepted so far; for progress.</summary>
    public Action<int>? Progress { get; init; }

    /// <summary>
    /// Adds one thing. All that is told as accepted is safe in the store; what fails is told with its reason and stops nothing.
    /// </summary>
    /// <param name="input">A path or an http(s) address.</param>
    /// <param name="folder">The reader's folder for feeds; empty for none.</param>
    /// <param name="cancellationToken">Stops; what was accepted by then stays.</param>
    public async Task<Added> AddAsync(string input, string folder = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.Contains("://", StringComparison.Ordinal))
        {
            return await AddPathAsync(input, folder, cancellationToken).ConfigureAwait(false);
        }
        return EntrySubmissions.AddressOf(input) is { } address
            ? await AddAddressAsync(address, folder, cancellationToken).ConfigureAwait(false)
            : Failed(new ItemFailure(input, FailureKind.BadAddress));
    }

    /// <summary>Adds feeds by their addresses, unasked: their health tells later whether they are any.</summary>
    /// <param name="feeds">Their addresses, titles and folders.</param>
    /// <param name="cancellationToken">Stops; what was added by then stays.</param>
    public async Task<Added> AddFeedsAsync(IReadOnlyList<(Uri Url, string? Title, string Folder)> feeds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        List<FeedRecord> added = [];
        var now = _clock.GetUtcNow();
        foreach (var (url, title, folder) in feeds)
        {
            var feed = new FeedRecord { Id = FeedId.Of(url), Address = url, Given = url, Title = title ?? "", Folder = folder, AddedAt = now, NextAt = now };
            if (await _store.AddFeedAsync(feed, cancellationToken).ConfigureAwait(false))
            {
                added.Add(feed);
            }
        }
        return new Added { Feeds = added, KnownFeeds = feeds.Count - added.Count };
    }

    private async Task<Added> AddAddressAsync(Uri address, string folder, CancellationToken cancellationToken)
    {
        var result = await _web.FetchAsync(new FetchRequest(address, FetchPurpose.NamedPage), cancellationToken).ConfigureAwait(false);
        if (result.Document is not { } document)
        {
            return Failed(result.Failure ?? new ItemFailure(address.AbsoluteUri, FailureKind.BadResponse));
        }
        switch (FeedSniffer.Kind(MarkupText.Decode(document.Content.Span, document.Charset)))
        {
            case ListKind.Feed:
                return await AddFeedsAsync([(result.PermanentUrl ?? address, null, folder)], cancellationToken).ConfigureAwait(false);
            case ListKind.Opml:
                return await AddListAsync(document, folder, cancellationToken).ConfigureAwait(false);
            case ListKind.Sitemap:
                return await AddSourceAsync(new SitemapSource(address, _web), cancellationToken).ConfigureAwait(false);
        }
        // The page of an article is taken as one; any other page stands for its site.
        if (address.AbsolutePath.Length > 1 && _extractor.Extract(document).Articles.Count > 0)
        {
            var accepted = await _store.AcceptAsync([ToSubmission(new SourceItem { Document = document })], _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            return new Added { Articles = accepted };
        }
        var found = await new FeedFinder(_web).FindAsync(address, cancellationToken).ConfigureAwait(false);
        return found.Feeds.Count > 0
            ? await AddFeedsAsync([(found.Feeds[0].Url, found.Feeds[0].Title, folder)], cancellationToken).ConfigureAwait(false)
            : Failed(found.Failure ?? new ItemFailure(address.AbsoluteUri, FailureKind.NoFeed));
    }

    private async Task<Added> AddPathAsync(string path, string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return await AddSourceAsync(new FolderSource(path, _clock, _limits), cancellationToken).ConfigureAwait(false);
        }
        var source = FileSource.Of(path, _clock, _limits);
        if (source is not FolderSource)
        {
            return await AddSourceAsync(source, cancellationToken).ConfigureAwait(false);
        }
        await foreach (var item in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Document is not { } document)
            {
                return Failed(item.Failure!);
            }
            return FeedSniffer.Kind(MarkupText.Decode(document.Content.Span, document.Charset)) switch
            {
                ListKind.Opml => await AddListAsync(document, folder, cancellationToken).ConfigureAwait(false),
                ListKind.Feed => await AddSavedFeedAsync(document, cancellationToken).ConfigureAwait(false),
                _ => new Added { Articles = await _store.AcceptAsync([ToSubmission(item)], _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) },
            };
        }
        return Failed(new ItemFailure(path, FailureKind.NotFound));
    }

    private async Task<Added> AddListAsync(FetchedDocument document, string folder, CancellationToken cancellationToken)
    {
        var list = OpmlReader.Read(document.Content.Span);
        var added = await AddFeedsAsync(
            [.. list.Feeds.Select(f => (f.Url, f.Title, f.Folders.Count > 0 ? f.Folders[^1] : folder))], cancellationToken).ConfigureAwait(false);
        return added with { Failures = [.. list.LeftOut.Select(l => new ItemFailure(l, FailureKind.BadAddress))] };
    }

    /// <summary>A feed as a file: its entries are articles; it cannot be asked again.</summary>
    private async Task<Added> AddSavedFeedAsync(FetchedDocument document, CancellationToken cancellationToken)
    {
        var parsed = new FeedParser().Parse(document);
        if (parsed.Feed is not { } read)
        {
            return Failed(parsed.Failure!);
        }
        var address = EntrySubmissions.AddressOf(read.SelfAddress ?? read.HomePage) ?? new Uri("file://" + Path.GetFullPath(document.Source));
        var feed = new FeedRecord { Id = FeedId.Of(address), Address = address, Given = address, AddedAt = _clock.GetUtcNow() };
        var entries = _entries.Of(feed, read, _clock.GetUtcNow()).Select(static e => e with { Feed = null });
        return new Added { Articles = await _store.AcceptAsync([.. entries], _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) };
    }

    private async Task<Added> AddSourceAsync(ISource source, CancellationToken cancellationToken)
    {
        List<ItemFailure> failures = [];
        List<Submission> waiting = [];
        var accepted = default(Accepted);
        await foreach (var item in source.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.Failure is { } failure)
            {
                failures.Add(failure);
                continue;
            }
            waiting.Add(ToSubmission(item));
            if (waiting.Count == AcceptedTogether)
            {
                accepted = await FlushAsync(waiting, accepted, cancellationToken).ConfigureAwait(false);
            }
        }
        accepted = await FlushAsync(waiting, accepted, cancellationToken).ConfigureAwait(false);
        return new Added { Articles = accepted, Failures = failures };
    }

    private async Task<Accepted> FlushAsync(List<Submission> waiting, Accepted before, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return before;
        }
        var now = await _store.AcceptAsync(waiting, _clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        waiting.Clear();
        var all = new Accepted(before.Fresh + now.Fresh, before.Changed + now.Changed, before.Known + now.Known);
        Progress?.Invoke(all.Fresh + all.Changed + all.Known);
        return all;
    }

    private static Submission ToSubmission(SourceItem item)
    {
        var hints = item.Hints;
        // Plain text with a headline beside it is an article's body and nothing else; anything else is a page to be read.
        var isBody = item.Document is { MediaType: "text/plain" } && hints.Title is { Length: > 0 };
        return new Submission
        {
            Url = item.Link ?? item.Document?.Url,
            EntryKey = hints.Id,
            Outlet = hints.Outlet,
            Title = hints.Title ?? "",
            Published = FeedDateReader.Read(hints.Published),
            Language = hints.Language is { Length: >= 2 } language ? language[..2].ToLowerInvariant() : null,
            Document = item.Document,
            Origin = isBody ? DocumentOrigin.Feed : DocumentOrigin.Page,
            WantsPage = item.Document is null,
        };
    }

    private static Added Failed(ItemFailure failure) => new() { Failures = [failure] };
}
