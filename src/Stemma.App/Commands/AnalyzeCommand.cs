using System.CommandLine;
using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary><c>stemma analyze</c>: who says what, on whose word, as JSON lines.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var command = new Command("analyze", "Mark quotes, citations, statuses, dates and amounts.");
        command.SetAction(_ =>
        {
            var analyzer = new ArticleAnalyzer(OutletRegistry.LoadBuiltIn());
            using var input = new StreamReader(Console.OpenStandardInput());
            foreach (var line in JsonLines.Read(input, StemmaJson.Readable.ArticleInput, Console.Error.WriteLine))
            {
                var article = line.ToArticle();
                JsonLines.Write(Console.Out, AnalysisOutput.Of(line.Id ?? "", article, analyzer.Analyze(article), explain: false), StemmaJson.Readable.AnalysisOutput);
            }
            return 0;
        });
        return command;
    }
}
