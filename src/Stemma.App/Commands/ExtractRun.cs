using Stemma.App.Json;
using Stemma.Extraction;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>
/// One run of <c>stemma extract</c>: reads, extracts, writes, and counts what came of it. Pages are written in windows of
/// 512: within one, what a host repeats is known of all its pages, whatever their order; of earlier windows it is still known.
/// </summary>
internal sealed class ExtractRun(ArticleExtractor extractor, TextWriter output, TextWriter errors, TimeProvider clock)
{
    // Pages held back until their window is full, so that what each host repeats is known before the first is written.
    private const int WindowPages = 512;

    private readonly InputFiles _files = new(errors);
    private readonly HostMemory _memory = new();
    private readonly List<(ExtractionResult Result, string? Id)> _window = [];
    private int _articles;

    /// <summary>Extracts files, folders and standard input.</summary>
    /// <returns>0 if an article was found, 1 if none was, 2 if none was and something could not be read.</returns>
    public int Pages(IEnumerable<string> paths, string? url)
    {
        Uri.TryCreate(url, UriKind.Absolute, out var address);
        if (url is not null && address is null)
        {
            errors.WriteLine($"--url {url}: is no address; give it whole, as in https://example.org/story");
            return 2;
        }
        foreach (var path in paths)
        {
            foreach (var file in InputFiles.Expand(path))
            {
                if (_files.ReadBytes(file) is { } bytes)
                {
                    Take(Document(file, bytes, address), null);
                }
            }
        }
        WriteWindow();
        output.Flush();
        return ExitCode();
    }

    /// <summary>Extracts the pages of JSON lines; every line that is read gets at least one line of output.</summary>
    /// <returns>As <see cref="Pages"/>.</returns>
    public int Batch(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            using var reader = _files.OpenText(path);
            if (reader is null)
            {
                continue;
            }
            foreach (var input in JsonLines.Read(reader, StemmaJson.Readable.ExtractInput, m => errors.WriteLine($"{path}: {m}")))
            {
                Uri.TryCreate(input.Url, UriKind.Absolute, out var address);
                var bytes = System.Text.Encoding.UTF8.GetBytes(input.Html ?? "");
                Take(Document(input.Id ?? input.Url ?? "-", bytes, address) with { MediaType = "text/html", Charset = "utf-8" }, input.Id ?? "");
            }
        }
        WriteWindow();
        output.Flush();
        return ExitCode();
    }

    private void Take(FetchedDocument document, string? id)
    {
        var result = extractor.Extract(document);
        if (result.Failure is { } failure)
        {
            errors.WriteLine(failure.Message);
        }
        _memory.Observe(result.Articles);
        _window.Add((result, id));
        if (_window.Count >= WindowPages)
        {
            WriteWindow();
        }
    }

    /// <summary>Writes the pages held back, in the order they came, without the lines that recur on their hosts.</summary>
    private void WriteWindow()
    {
        foreach (var (result, id) in _window)
        {
            foreach (var article in result.Articles)
            {
                JsonLines.Write(output, ExtractOutput.Of(_memory.Clean(article), id), StemmaJson.Readable.ExtractOutput);
            }
            _articles += result.Articles.Count;
            if (result.Failure is not null && id is not null)
            {
                JsonLines.Write(output, new ExtractedNothing(id, ""), StemmaJson.Readable.ExtractedNothing);
            }
        }
        _window.Clear();
    }

    private FetchedDocument Document(string source, byte[] bytes, Uri? url) =>
        new() { Source = source, Url = url, Content = bytes, FetchedAt = clock.GetUtcNow() };

    private int ExitCode() => _articles > 0 ? 0 : _files.Unreadable > 0 ? 2 : 1;
}
