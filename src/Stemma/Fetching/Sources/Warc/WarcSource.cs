using System.Globalization;
using System.Runtime.CompilerServices;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// The pages of a web archive (<c>.warc</c>, <c>.warc.gz</c>): what servers answered with status 200 as HTML or plain text. Requests,
/// metadata, other statuses and other types are passed over silently; records that are cut, corrupt or too long are told, each
/// once, and reading goes on behind them.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="clock">Tells when a page was fetched that bears no date.</param>
/// <param name="options">Limits of one page.</param>
public sealed class WarcSource(string path, TimeProvider clock, FetchOptions options) : ISource
{
    // Compressed again, no record is longer than this.
    private int MaxBlockBytes => options.MaxBytes + (256 * 1024);

    /// <summary>Opens the file; a file stream but in tests.</summary>
    internal Func<Stream> Open { get; init; } = () => SourceFile.OpenRaw(path);

    public string Name => path;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, failure) = SourceFile.Try(path, Open);
        if (failure is not null)
        {
            yield return new SourceItem { Failure = failure };
            yield break;
        }
        await using (stream!.ConfigureAwait(false))
        {
            using var records = new WarcRecords(stream!, MaxBlockBytes);
            while (true)
            {
                var record = await records.NextAsync(cancellationToken).ConfigureAwait(false);
                if (record is null)
                {
                    break;
                }
                if (Item(record) is { } item)
                {
                    yield return item;
                }
            }
            if (records.ReadError is { } error)
            {
                yield return SourceItem.Failed(path, FailureKind.Unreadable, error);
            }
        }
    }

    private SourceItem? Item(WarcRecord record)
    {
        var place = $"{path}:{record.Number}";
        if (record.Fault != WarcFault.None)
        {
            var url = record["warc-target-uri"];
            return SourceItem.Failed(
                place,
                record.Fault == WarcFault.TooLong ? FailureKind.TooLarge : FailureKind.BadRecord,
                $"{(record.Fault == WarcFault.Cut ? "cut off" : record.Fault == WarcFault.TooLong ? "record" : "corrupt")}{(url is null ? "" : $", {url}")}");
        }
        return record["warc-type"]?.ToLowerInvariant() switch
        {
            "response" => FromResponse(record, place),
            "resource" or "conversion" => FromContent(record, place, record.Block, record["content-type"]),
            _ => null,
        };
    }

    private SourceItem? FromResponse(WarcRecord record, string place)
    {
        if (HttpMessageBytes.Read(record.Block) is not { } message)
        {
            // What was asked of other kinds of servers (dns:) is no page.
            return record["content-type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true
                ? SourceItem.Failed(place, FailureKind.BadRecord, "not an HTTP answer")
                : null;
        }
        if (message.Status != 200 || !IsPage(AnswerHeaders.ContentType(message.Headers.GetValueOrDefault("content-type")).MediaType))
        {
            return null;
        }
        var codings = message.Headers.GetValueOrDefault("content-encoding")?.Split(',') ?? [];
        var body = ContentDecoder.Decode(message.Body, codings, options.MaxBytes, options.MaxExpansion);
        return body.Failure is { } kind
            ? SourceItem.Failed(place, kind, body.Detail)
            : FromContent(record, place, body.Content, message.Headers.GetValueOrDefault("content-type"));
    }

    private SourceItem? FromContent(WarcRecord record, string place, ReadOnlyMemory<byte> content, string? contentType)
    {
        var (mediaType, charset) = AnswerHeaders.ContentType(contentType);
        if (content.IsEmpty || !IsPage(mediaType))
        {
            return null;
        }
        if (content.Length > options.MaxBytes)
        {
            return SourceItem.Failed(place, FailureKind.TooLarge, $"over {options.MaxBytes / 1_048_576} MB");
        }
        Uri.TryCreate(record["warc-target-uri"]?.Trim('<', '>'), UriKind.Absolute, out var url);
        var isDated = DateTimeOffset.TryParse(
            record["warc-date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date);
        return new SourceItem
        {
            Document = new FetchedDocument
            {
                Source = place,
                Url = url?.Scheme is "http" or "https" ? url : null,
                // The record's bytes are overwritten by the next one.
                Content = content.ToArray(),
                MediaType = mediaType,
                Charset = charset,
                FetchedAt = isDated && date < clock.GetUtcNow() ? date : clock.GetUtcNow(),
            },
            Hints = new ItemHints { Id = record["warc-record-id"] },
        };
    }

    private static bool IsPage(string? mediaType) => mediaType is null or "text/html" or "application/xhtml+xml" or "text/plain";
}
