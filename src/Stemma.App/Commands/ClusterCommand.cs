using System.CommandLine;
using Stemma.App.Json;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary><c>stemma cluster</c>: the story of each article of a stream, as JSON lines.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        var final = new Option<bool>("--final") { Description = "Print where articles ended up after the last one, not where they were first put." };
        var command = new Command("cluster", "Put articles from standard input, one JSON object a line in order of arrival, in stories.") { final };
        command.SetAction(result => Run(Console.In, Console.Out, Console.Error, result.GetValue(final)));
        return command;
    }

    internal static int Run(TextReader input, TextWriter output, TextWriter errors, bool final)
    {
        var clusterer = new StoryClusterer();
        Dictionary<ArticleId, string> given = [];
        List<(string Id, ArticleId Article)> order = [];
        var failed = false;
        var lines = JsonLines.Read(input, StemmaJson.Readable.ArticleInput, message =>
        {
            failed = true;
            errors.WriteLine(message);
        });
        foreach (var (line, article) in ArrivalOrder.Of(lines.Select(l => (Line: l, Article: l.ToArticle())), l => l.Article))
        {
            var id = line.Id ?? line.Url ?? article.Id.ToString();
            given.TryAdd(article.Id, id);
            order.Add((id, article.Id));
            var assignment = clusterer.Cluster(article, new Analysis { Article = article.Id });
            if (!final)
            {
                Write(output, id, assignment, given);
                output.Flush();
            }
        }
        if (final)
        {
            var settled = clusterer.Settle().ToDictionary(a => a.Article);
            foreach (var (id, article) in order)
            {
                Write(output, id, settled[article], given);
            }
        }
        return order.Count > 0 ? 0 : failed ? 2 : 1;
    }

    private static void Write(TextWriter output, string id, StoryAssignment assignment, Dictionary<ArticleId, string> given) =>
        JsonLines.Write(
            output,
            new ClusterOutput(
                id,
                assignment.Story.ToString(),
                assignment.VersionOf is { } earlier ? given.GetValueOrDefault(earlier) : null,
                assignment.Explanation.Rule,
                assignment.Explanation.Text),
            StemmaJson.Readable.ClusterOutput);
}
