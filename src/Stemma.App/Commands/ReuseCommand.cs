using System.CommandLine;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Commands;

/// <summary><c>stemma reuse</c>: the pairs of articles that share text, as JSON lines.</summary>
internal static class ReuseCommand
{
    /// <summary>Up to so many texts all pairs that share eight words are found; of more those that share fifteen.</summary>
    private const int MostAtOnce = 2000;

    private const long MostCharsHeld = 20_000_000;

    public static Command Create()
    {
        var command = new Command("reuse", "Print which of the articles from standard input, one JSON object a line, share text.");
        command.SetAction(_ => Run(Console.In, Console.Out, Console.Error));
        return command;
    }

    internal static int Run(TextReader input, TextWriter output, TextWriter errors, int mostAtOnce = MostAtOnce)
    {
        Dictionary<ArticleId, string> given = [];
        List<ArticleId> ids = [];
        using var texts = new TextSpool(MostCharsHeld);
        foreach (var line in JsonLines.Read(input, StemmaJson.Readable.ArticleInput, errors.WriteLine))
        {
            var article = line.ToArticle();
            if (given.TryAdd(article.Id, line.Id ?? line.Url ?? article.Id.ToString()))
            {
                ids.Add(article.Id);
                texts.Add(article.Text);
            }
        }
        var found = 0;
        foreach (var pair in texts.IsHeld && texts.Count <= mostAtOnce ? All(ids, texts) : OfArchive(ids, texts))
        {
            found++;
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
        return found > 0 ? 0 : 1;
    }

    private static IEnumerable<TextReuse> All(List<ArticleId> ids, TextSpool texts) =>
        new ReuseDetector().Detect([.. ids.Select((id, i) => (id, texts[i]))]);

    /// <summary>Of many texts only those pairs that share a sampled shingle are compared, so that time and memory stay in bounds.</summary>
    private static IEnumerable<TextReuse> OfArchive(List<ArticleId> ids, TextSpool texts)
    {
        var archive = new ReuseArchive();
        for (var i = 0; i < ids.Count; i++)
        {
            archive.Add(ids[i], texts[i]);
        }
        return archive.Find(place => texts[place]);
    }
}
