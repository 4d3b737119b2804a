using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Step 1: documents from files, folders, standard input and http(s) addresses.</summary>
/// <param name="standardInput">What <c>-</c> reads.</param>
/// <param name="network">Asks the addresses. Null where only files are read.</param>
/// <param name="clock">Tells when a document was read.</param>
/// <param name="options">Limits.</param>
public sealed class DocumentFetcher(
    Func<Stream> standardInput,
    WebFetcher? network,
    TimeProvider clock,
    FetchOptions options)
{
    // What a feed shows at once; archives of thousands are for the store.
    private const int MaxEntries = 30;

    /// <summary>Whether a feed stands for its entries; else it is a document like any other.</summary>
    internal bool OpensFeeds { get; init; } = true;

    /// <summary>
    /// Reads the inputs, in order; a folder gives its files, and those of its folders, by ordinal path. Every input gives at
    /// least one outcome; one that fails does not stop the others.
    /// </summary>
    public async IAsyncEnumerable<FetchOutcome> FetchAsync(
        IReadOnlyList<string> inputs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Addresses wait on other machines, so they start together; files are read as they come, one at a time.
        var pending = inputs.Select(i => IsAddress(i) ? RequestAsync(i, cancellationToken) : null).ToArray();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (pending[i] is { } request)
            {
                await foreach (var outcome in ExpandAsync(await request.ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
                {
                    yield return outcome;
                }
                continue;
            }
            foreach (var path in ListFiles(inputs[i]))
            {
                var read = await ReadFileAsync(path, cancellationToken).ConfigureAwait(false);
                await foreach (var outcome in ExpandAsync(read, cancellationToken).ConfigureAwait(false))
                {
                    yield return outcome;
                }
            }
        }
    }

    // A feed stands for its newest entries: their pages, or where the network is off their own texts.
    private async IAsyncEnumerable<FetchOutcome> ExpandAsync(
        FetchOutcome outcome, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (outcome.Document is not { } document || !OpensFeeds || !FeedSniffer.IsFeed(document))
        {
            yield return outcome;
            yield break;
        }
        var items = FeedItems.Of(document, isOffline: network is null).Take(MaxEntries).ToList();
        var pending = items.Select(item => item.Link is null ? null : PageAsync(item.Link, cancellationToken)).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            yield return pending[i] is { } page
                ? await page.ConfigureAwait(false)
                : new FetchOutcome(items[i].Document, items[i].Failure);
        }
        if (items.Count == 0)
        {
            yield return FetchOutcome.Failed(document.Source, FailureKind.NoArticle, "a feed without entries");
        }
    }

    private async Task<FetchOutcome> PageAsync(Uri url, CancellationToken cancellationToken) =>
        (await network!.FetchAsync(new FetchRequest(url, FetchPurpose.FoundPage), cancellationToken).ConfigureAwait(false))
        .ToOutcome(url.AbsoluteUri);

    private static bool IsAddress(string input) => input.Contains("://", StringComparison.Ordinal);

    private async Task<FetchOutcome> RequestAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return FetchOutcome.Failed(address, FailureKind.BadAddress);
        }
        if (network is null)
        {
            return FetchOutcome.Failed(address, FailureKind.Network, "the network is off");
        }
        var request = new FetchRequest(url, FetchPurpose.NamedPage) { Source = address };
        return (await network.FetchAsync(request, cancellationToken).ConfigureAwait(false)).ToOutcome(address);
    }

    private static IEnumerable<string> ListFiles(string input) =>
        input != "-" && Directory.Exists(input) ? FolderListing.Pages(input) : [input];

    private async Task<FetchOutcome> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var stream = path == "-" ? standardInput() : new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, useAsync: false);
            await using (stream.ConfigureAwait(false))
            {
                var content = await BoundedReading.ReadAsync(stream, options.MaxBytes, cancellationToken).ConfigureAwait(false);
                return content switch
                {
                    null => FetchOutcome.Failed(path, FailureKind.TooLarge, $"over {options.MaxBytes / 1_048_576} MB"),
                    { Length: 0 } => FetchOutcome.Failed(path, FailureKind.Empty),
                    _ => FetchOutcome.Of(new FetchedDocument
                    {
                        Source = path,
                        Content = content,
                        FetchedAt = clock.GetUtcNow(),
                    }),
                };
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return FetchOutcome.Failed(path, FailureKind.NotFound);
        }
        catch (UnauthorizedAccessException)
        {
            return FetchOutcome.Failed(path, FailureKind.NoPermission);
        }
        catch (IOException e)
        {
            return FetchOutcome.Failed(path, FailureKind.Unreadable, e.Message);
        }
    }
}
