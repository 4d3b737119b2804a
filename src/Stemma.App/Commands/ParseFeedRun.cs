using Stemma.App.Json;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>One run of <c>stemma parse-feed</c>: reads, parses, writes, and counts what came of it.</summary>
internal sealed class ParseFeedRun(TextWriter output, TextWriter errors, TimeProvider clock, HtmlSanitizer sanitizer)
{
    private readonly InputFiles _files = new(errors);
    private readonly FeedParser _parser = new();
    private int _feeds;

    /// <summary>Parses files, folders and standard input; each gives one line.</summary>
    /// <param name="paths">What to read; a folder stands for all the files in it.</param>
    /// <param name="told">Adds what the server told of the documents.</param>
    /// <returns>0 if a feed was found, 1 if none was, 2 if none was and something could not be read.</returns>
    public int Run(IEnumerable<string> paths, Func<FetchedDocument, FetchedDocument> told)
    {
        foreach (var file in paths.SelectMany(InputFiles.Expand))
        {
            if (_files.ReadBytes(file) is { } bytes)
            {
                Write(told(new FetchedDocument { Source = file, Content = bytes, FetchedAt = clock.GetUtcNow() }));
            }
        }
        output.Flush();
        return _feeds > 0 ? 0 : _files.Unreadable > 0 ? 2 : 1;
    }

    private void Write(FetchedDocument document)
    {
        var result = _parser.Parse(document);
        JsonLines.Write(output, FeedOutput.Of(result, document.Source, document.Url, sanitizer), StemmaJson.Readable.FeedOutput);
        if (result.Failure is { } failure)
        {
            errors.WriteLine(failure.Message);
        }
        else
        {
            _feeds++;
        }
    }
}
