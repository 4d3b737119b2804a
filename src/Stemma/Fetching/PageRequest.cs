using System.Net;
using System.Net.Http.Headers;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Gets one page over http(s), bounded in size, time and redirects.</summary>
internal sealed class PageRequest(HttpMessageInvoker network, TimeProvider clock, FetchOptions options)
{
    /// <summary>The page at an address, or why there is none. Never throws but on cancellation by the caller.</summary>
    /// <param name="source">The address as the caller wrote it, for messages.</param>
    /// <param name="url">The same, parsed.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task<FetchOutcome> GetAsync(string source, Uri url, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            for (var hop = 0; hop <= options.MaxRedirects; hop++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.UserAgent.ParseAdd("Stemma/0.1 (+https://stemma.example/about-the-reader)");
                request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5");
                using var response = await network.SendAsync(request, both.Token).ConfigureAwait(false);
                if (RedirectOf(response, url) is { } next)
                {
                    if (next.Scheme is not ("http" or "https"))
                    {
                        return FetchOutcome.Failed(source, FailureKind.BadAddress, $"redirected to {next}");
                    }
                    url = next;
                    continue;
                }
                return await ReadAsync(source, url, response, both.Token).ConfigureAwait(false);
            }
            return FetchOutcome.Failed(source, FailureKind.TooManyRedirects, $"{options.MaxRedirects} redirects");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchOutcome.Failed(source, FailureKind.TimedOut, $"{options.Timeout.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return FetchOutcome.Failed(source, FailureKind.Network, e.Message);
        }
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri url) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(url, location)
            : null;

    private async Task<FetchOutcome> ReadAsync(
        string source, Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return FetchOutcome.Failed(source, FailureKind.HttpStatus, $"status {(int)response.StatusCode}");
        }
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var content = await BoundedReading.ReadAsync(stream, options.MaxBytes, cancellationToken).ConfigureAwait(false);
            return content switch
            {
                null => FetchOutcome.Failed(source, FailureKind.TooLarge, $"over {options.MaxBytes / 1_048_576} MB"),
                { Length: 0 } => FetchOutcome.Failed(source, FailureKind.Empty),
                _ => FetchOutcome.Of(new FetchedDocument
                {
                    Source = source,
                    Url = url,
                    Content = content,
                    MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
                    Charset = CharsetOf(response.Content.Headers.ContentType),
                    FetchedAt = clock.GetUtcNow(),
                }),
            };
        }
    }

    private static string? CharsetOf(MediaTypeHeaderValue? type) => type?.CharSet?.Trim('"', '\'', ' ');
}
