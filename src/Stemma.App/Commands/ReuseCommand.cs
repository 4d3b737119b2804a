using System.CommandLine;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Commands;

/// <summary><c>stemma reuse</c>: the pairs of articles that share text, as JSON lines.</summary>
internal static class ReuseCommand
{
    public static Command Create()
    {
        var command = new Command("reuse", "Print which of the articles from standard input, one JSON object a line, share text.");
        command.SetAction(_ => Run(Console.In, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(TextReader input, TextWriter output, TextWriter errors)
    {
        Dictionary<ArticleId, string> given = [];
        List<(ArticleId, string)> texts = [];
        foreach (var line in JsonLines.Read(input, StemmaJson.Readable.ArticleInput, errors.WriteLine))
        {
            var article = line.ToArticle();
            if (given.TryAdd(article.Id, line.Id ?? line.Url ?? article.Id.ToString()))
            {
                texts.Add((article.Id, article.Text));
            }
        }
        var found = new ReuseDetector().Detect(texts);
        foreach (var pair in found)
        {
            JsonLines.Write(
                output,
                new ReuseOutput(
                    given[pair.A],
                    given[pair.B],
                    Math.Round(pair.ContainmentAInB, 4),
                    Math.Round(pair.ContainmentBInA, 4),
                    Math.Round(pair.Resemblance, 4),
                    [.. pair.Passages.Select(p => new ReusePassage(p.InA.Start, p.InA.End, p.InB.Start, p.InB.End, p.LengthWords))]),
                StemmaJson.Readable.ReuseOutput);
        }
        return found.Count > 0 ? 0 : 1;
    }
}
