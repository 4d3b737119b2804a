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
        var state = new Option<FileInfo?>("--state") { Description = "Go on from this file, if it exists, and keep the state in it." };
        var command = new Command("cluster", "Put articles from standard input, one JSON object a line in order of arrival, in stories.") { final, state };
        command.SetAction(result => Run(Console.In, Console.Out, Console.Error, result.GetValue(final), result.GetValue(state)));
        return command;
    }

    internal static int Run(TextReader input, TextWriter output, TextWriter errors, bool final, FileInfo? stateFile = null)
    {
        ClusterState state;
        try
        {
            state = ClusterState.Load(stateFile);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            errors.WriteLine($"{stateFile}: holds no state that this version can go on from; give another file or delete it.");
            return 2;
        }
        List<ArticleId> order = [];
        var failed = false;
        var lines = JsonLines.Read(input, StemmaJson.Readable.ArticleInput, message =>
        {
            failed = true;
            errors.WriteLine(message);
        });
        var articles = state.Pending.Concat(lines).Select(l => (Line: l, Article: l.ToArticle()));
        if (stateFile is null)
        {
            Decide(articles);
        }
        else
        {
            // What has the last time is decided after the state is kept: more of that time may follow in the next run.
            var all = articles.ToList();
            var settled = all.FindLastIndex(a => a.Article.Time != all[^1].Article.Time) + 1;
            Decide(all.Take(settled));
            (state with { Pending = [.. all.Skip(settled).Select(a => a.Line)] }).Save(stateFile);
            Decide(all.Skip(settled));
        }
        if (final)
        {
            foreach (var assignment in state.Clusterer.Settle())
            {
                Write(output, assignment, state.Given);
            }
        }
        return order.Count > 0 ? 0 : failed ? 2 : 1;

        void Decide(IEnumerable<(ArticleInput Line, Article Article)> some)
        {
            foreach (var (line, article) in ArrivalOrder.Of(some, a => a.Article))
            {
                state.Given.TryAdd(article.Id, line.Id ?? line.Url ?? article.Id.ToString());
                order.Add(article.Id);
                var assignment = state.Clusterer.Cluster(article, new Analysis { Article = article.Id });
                if (!final)
                {
                    Write(output, assignment, state.Given);
                    output.Flush();
                }
            }
        }
    }

    private static void Write(TextWriter output, StoryAssignment assignment, Dictionary<ArticleId, string> given) =>
        JsonLines.Write(
            output,
            new ClusterOutput(
                given.GetValueOrDefault(assignment.Article) ?? assignment.Article.ToString(),
                assignment.Story.ToString(),
                assignment.VersionOf is { } earlier ? given.GetValueOrDefault(earlier) : null,
                assignment.Explanation.Rule,
                assignment.Explanation.Text,
                assignment.Continues?.Earlier.ToString(),
                assignment.Continues?.Explanation.Text),
            StemmaJson.Readable.ClusterOutput);
}
