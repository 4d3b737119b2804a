using System.CommandLine;
using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary><c>stemma analyze</c>: who says what, on whose word, as JSON lines.</summary>
internal static class AnalyzeCommand
{
    // So many articles are held while they lend one another full names; an archive of any length runs in this memory.
    private const int Window = 256;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON lines of articles; - or nothing for standard input.", Arity = ArgumentArity.ZeroOrMore };
        var explain = new Option<bool>("--explain") { Description = "Show for each judgement its rule, figure and evidence." };
        var alone = new Option<bool>("--alone") { Description = "Read each article by itself: no full name is borrowed from another." };
        var model = new Option<FileInfo?>("--model") { Description = "A tagger made by stemma train attribution." };
        var command = new Command("analyze", "Mark quotes, citations, statuses, dates and amounts.") { files, explain, alone, model };
        command.SetAction(result =>
        {
            var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn()) { Tagger = ReadModel(result.GetValue(model)) };
            var window = new List<(string Id, Article Article)>(Window);
            var failed = false;
            using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = false };
            foreach (var input in Read(result.GetValue(files) ?? [], () => failed = true))
            {
                var article = input.ToArticle();
                window.Add((input.Id ?? "", article));
                if (window.Count == Window)
                {
                    Write(output, analyzer, window, result.GetValue(explain), result.GetValue(alone));
                    window.Clear();
                }
            }
            Write(output, analyzer, window, result.GetValue(explain), result.GetValue(alone));
            return failed ? 2 : 0;
        });
        return command;
    }

    private static AttributionModel? ReadModel(FileInfo? file)
    {
        using var stream = file?.OpenRead();
        return stream is null ? null : AttributionModel.Read(stream);
    }

    private static IEnumerable<ArticleInput> Read(string[] files, Action fail)
    {
        foreach (var file in files.Length == 0 ? ["-"] : files)
        {
            if (file != "-" && !File.Exists(file))
            {
                Console.Error.WriteLine($"{file}: there is no such file; left out.");
                fail();
                continue;
            }
            using var input = file == "-" ? new StreamReader(Console.OpenStandardInput()) : File.OpenText(file);
            foreach (var article in JsonLines.Read(input, StemmaJson.Readable.ArticleInput, Console.Error.WriteLine))
            {
                yield return article;
            }
        }
    }

    private static void Write(StreamWriter output, ArticleAnalyzer analyzer, List<(string Id, Article Article)> window, bool explain, bool alone)
    {
        // the outlets of the articles at hand are known by name
        var reader = alone ? analyzer : analyzer.With(window.Select(item => item.Article.Outlet).OfType<string>());
        List<Analysis> analyses = [.. window.Select(item => reader.Analyze(item.Article))];
        var names = new SharedNames();
        foreach (var analysis in alone ? [] : analyses)
        {
            names.Add(analysis);
        }
        for (var i = 0; i < window.Count; i++)
        {
            JsonLines.Write(output, AnalysisOutput.Of(window[i].Id, window[i].Article, alone ? analyses[i] : names.Complete(analyses[i]), explain), StemmaJson.Readable.AnalysisOutput);
        }
    }
}
