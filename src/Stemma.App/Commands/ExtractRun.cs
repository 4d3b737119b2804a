using Stemma.App.Json;
using Stemma.Extraction;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>One run of <c>stemma extract</c>: reads, extracts, writes, and counts what came of it.</summary>
internal sealed class ExtractRun(ArticleExtractor extractor, TextWriter output, TextWriter errors, TimeProvider clock)
{
    private int _articles;
    private int _unreadable;

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
            foreach (var file in Expand(path))
            {
                if (ReadBytes(file) is { } bytes)
                {
                    Write(Document(file, bytes, address), null);
                }
            }
        }
        output.Flush();
        return ExitCode();
    }

    /// <summary>Extracts the pages of JSON lines; every line that is read gets at least one line of output.</summary>
    /// <returns>As <see cref="Pages"/>.</returns>
    public int Batch(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            using var reader = OpenText(path);
            if (reader is null)
            {
                continue;
            }
            foreach (var input in JsonLines.Read(reader, StemmaJson.Readable.ExtractInput, m => errors.WriteLine($"{path}: {m}")))
            {
                Uri.TryCreate(input.Url, UriKind.Absolute, out var address);
                var bytes = System.Text.Encoding.UTF8.GetBytes(input.Html ?? "");
                Write(Document(input.Id ?? input.Url ?? "-", bytes, address) with { MediaType = "text/html", Charset = "utf-8" }, input.Id ?? "");
            }
        }
        output.Flush();
        return ExitCode();
    }

    private void Write(FetchedDocument document, string? id)
    {
        var result = extractor.Extract(document);
        foreach (var article in result.Articles)
        {
            JsonLines.Write(output, ExtractOutput.Of(article, id), StemmaJson.Readable.ExtractOutput);
        }
        _articles += result.Articles.Count;
        if (result.Failure is { } failure)
        {
            errors.WriteLine(failure.Message);
            if (id is not null)
            {
                JsonLines.Write(output, new ExtractedNothing(id, ""), StemmaJson.Readable.ExtractedNothing);
            }
        }
    }

    private FetchedDocument Document(string source, byte[] bytes, Uri? url) =>
        new() { Source = source, Url = url, Content = bytes, FetchedAt = clock.GetUtcNow() };

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)
        : [path];

    private byte[]? ReadBytes(string path)
    {
        try
        {
            if (path != "-")
            {
                return File.ReadAllBytes(path);
            }
            using var input = Console.OpenStandardInput();
            using var copy = new MemoryStream();
            input.CopyTo(copy);
            return copy.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(path, e);
            return null;
        }
    }

    private StreamReader? OpenText(string path)
    {
        try
        {
            return path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(path, e);
            return null;
        }
    }

    private void Report(string path, Exception e)
    {
        _unreadable++;
        var kind = e switch
        {
            FileNotFoundException or DirectoryNotFoundException => FailureKind.NotFound,
            UnauthorizedAccessException => FailureKind.NoPermission,
            _ => FailureKind.Unreadable,
        };
        errors.WriteLine(new ItemFailure(path, kind).Message);
    }

    private int ExitCode() => _articles > 0 ? 0 : _unreadable > 0 ? 2 : 1;
}
