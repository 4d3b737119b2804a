using System.CommandLine;
using Stemma.App.Json;

namespace Stemma.App.Commands;

/// <summary><c>stemma analyze</c>: who says what, on whose word, as JSON lines.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "JSON lines of articles; - or nothing for standard input, a folder for all files in it.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var explain = new Option<bool>("--explain") { Description = "Show for each judgement its rule, figure and evidence." };
        var alone = new Option<bool>("--alone") { Description = "Read each article by itself: no name is borrowed from another." };
        var model = new Option<FileInfo?>("--model") { Description = "A tagger made by stemma train attribution." };
        var html = new Option<string?>("--html") { Description = "Also write a page with the marks, for a person to read." };
        var command = new Command("analyze", "Mark quotes, citations, statuses, dates and amounts.") { files, explain,
            alone, model, html };
        InputCheck.AddTo(command, files);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var run = new AnalyzeRun(output, result.GetValue(explain), result.GetValue(alone), result.GetValue(model),
                result.GetValue(html));
            return await run.RunAsync(Read(result.GetValue(files) ?? [], output.Messages),
                cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static IEnumerable<ArticleInput?> Read(string[] files, TextWriter messages)
    {
        foreach (var file in files.Length == 0 ? ["-"] : files.SelectMany(Expand))
        {
            if (file != "-" && !File.Exists(file))
            {
                messages.WriteLine($"{file}: there is no such file; left out.");
                yield return null;
                continue;
            }
            using var input = file == "-" ? new StreamReader(Console.OpenStandardInput()) : File.OpenText(file);
            foreach (var article in JsonLines.Read(input, StemmaJson.Readable.ArticleInput, messages.WriteLine))
            {
                yield return article;
            }
        }
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path];
}
