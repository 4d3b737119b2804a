using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.App.Ui;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary>One run of <c>stemma analyze</c>: reads articles in windows, within which they lend one another full
/// names.</summary>
internal sealed class AnalyzeRun(CommandOutput output, bool explain, bool alone, FileInfo? model, string? html)
{
    // So many articles are held at a time; an archive of any length runs in this memory.
    private const int Window = 256;

    // More on one page nobody reads.
    private const int MostOnPage = 100;

    private readonly List<(Article Article, Analysis Analysis)> _shown = [];

    /// <summary>Analyses the articles; null stands for an input that could not be read. Gives the exit code.</summary>
    public async Task<int> RunAsync(IEnumerable<ArticleInput?> inputs, CancellationToken cancellationToken)
    {
        var tagger = ReadModel();
        if (model is not null && tagger is null)
        {
            return ExitCode.Failed;
        }
        var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn()) { Tagger = tagger };
        var failed = false;
        var any = false;
        foreach (var chunk in inputs.Chunk(Window))
        {
            cancellationToken.ThrowIfCancellationRequested();
            failed |= chunk.Contains(null);
            List<ArticleInput> articles = [.. chunk.OfType<ArticleInput>()];
            any |= articles.Count > 0;
            Write(analyzer, articles);
        }
        if (html is not null && !await WritePageAsync(html).ConfigureAwait(false))
        {
            return ExitCode.Failed;
        }
        return failed ? ExitCode.Failed : any ? ExitCode.Done : ExitCode.NothingFound;
    }

    private AttributionModel? ReadModel()
    {
        if (model is null)
        {
            return null;
        }
        try
        {
            using var stream = model.OpenRead();
            return AttributionModel.Read(stream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            output.Messages.WriteLine($"{model}: is no tagger; make one with stemma train attribution ({e.Message})");
            return null;
        }
    }

    private void Write(ArticleAnalyzer analyzer, List<ArticleInput> inputs)
    {
        List<Article> articles = [.. inputs.Select(i => i.ToArticle())];
        // the outlets of the articles at hand are known by name
        var reader = alone ? analyzer : analyzer.With(articles.Select(a => a.Outlet).OfType<string>());
        List<Analysis> analyses = [.. articles.Select(reader.Analyze)];
        var names = new SharedNames();
        foreach (var analysis in alone ? [] : analyses)
        {
            names.Add(analysis);
        }
        for (var i = 0; i < inputs.Count; i++)
        {
            var analysis = alone ? analyses[i] : names.Complete(analyses[i]);
            JsonLines.Write(output.Data, AnalysisOutput.Of(inputs[i].Id ?? "", articles[i], analysis, explain),
                StemmaJson.Readable.AnalysisOutput);
            if (html is not null && _shown.Count < MostOnPage)
            {
                _shown.Add((articles[i], analysis));
            }
        }
    }

    private async Task<bool> WritePageAsync(string path)
    {
        try
        {
            await File.WriteAllTextAsync(path,
                await AnalysisHtml.RenderAsync(_shown).ConfigureAwait(false)).ConfigureAwait(false);
            await output.Messages.WriteLineAsync($"Wrote {path}.").ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            await output.Messages.WriteLineAsync($"{path}: the page could not be written; choose another place ({e.Message})").ConfigureAwait(false);
            return false;
        }
    }
}
