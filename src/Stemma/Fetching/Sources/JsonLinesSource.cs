using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>
/// Articles as JSON lines, one object each: <c>html</c> (a page) or <c>text</c>, and beside it <c>id</c>, <c>url</c>, <c>outlet</c>,
/// <c>lang</c>, <c>published</c>, <c>title</c>; other members are passed over. A line that cannot be read is told and left out.
/// </summary>
/// <param name="path">The file; gzip is undone.</param>
/// <param name="clock">Tells when it was read.</param>
/// <param name="options">Limits of one line.</param>
public sealed class JsonLinesSource(string path, TimeProvider clock, FetchOptions options) : ISource
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16, AllowTrailingCommas = true };

    /// <summary>Opens the file; a file stream but in tests.</summary>
    internal Func<Stream> Open { get; init; } = () => SourceFile.Open(path);

    public string Name => path;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, failure) = SourceFile.Try(path, Open);
        if (failure is not null)
        {
            yield return new SourceItem { Failure = failure };
            yield break;
        }
        using var lines = new BoundedLines(stream!, options.MaxBytes);
        for (var number = 1; ; number++)
        {
            ReadOnlyMemory<byte>? line = null;
            try
            {
                line = await lines.NextAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                failure = new ItemFailure($"{path}:{number}", FailureKind.Truncated, e.Message);
            }
            if (failure is not null)
            {
                yield return new SourceItem { Failure = failure };
                yield break;
            }
            if (line is null)
            {
                yield break;
            }
            if (lines.IsTooLong)
            {
                yield return SourceItem.Failed($"{path}:{number}", FailureKind.TooLarge, "line");
            }
            else if (Content(line.Value, number) is { Length: > 0 } content)
            {
                yield return Read(content, $"{path}:{number}");
            }
        }
    }

    private static ReadOnlyMemory<byte> Content(ReadOnlyMemory<byte> line, int number)
    {
        if (number == 1 && line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            line = line[3..];
        }
        return line.Span.Trim(" \t"u8).IsEmpty ? default : line;
    }

    private SourceItem Read(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Json);
            var row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object)
            {
                return SourceItem.Failed(place, FailureKind.BadRecord, "not an object");
            }
            var html = Text(row, "html");
            var content = html ?? Text(row, "text");
            if (content is null)
            {
                return SourceItem.Failed(place, FailureKind.BadRecord, "neither html nor text");
            }
            if (content.Length == 0)
            {
                return SourceItem.Failed(place, FailureKind.Empty);
            }
            Uri.TryCreate(Text(row, "url"), UriKind.Absolute, out var url);
            return new SourceItem
            {
                Document = new FetchedDocument
                {
                    Source = place,
                    Url = url?.Scheme is "http" or "https" ? url : null,
                    Content = Encoding.UTF8.GetBytes(content),
                    MediaType = html is null ? "text/plain" : "text/html",
                    Charset = "utf-8",
                    FetchedAt = clock.GetUtcNow(),
                },
                Hints = new ItemHints
                {
                    Id = Text(row, "id"),
                    Title = Text(row, "title"),
                    Outlet = Text(row, "outlet"),
                    Language = Text(row, "lang"),
                    Published = Text(row, "published"),
                    Updated = Text(row, "updated"),
                },
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return SourceItem.Failed(place, FailureKind.BadRecord, "not JSON");
        }
    }

    // Numbers are taken too: ids often are.
    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;
}
