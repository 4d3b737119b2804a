using System.CommandLine;
using Stemma.App.Json;
using Stemma.App.Ui;
using Stemma.App.Ui.Terminal;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma search</c>: articles in the database that match, by story.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("QUERY")
        {
            Description = "Words that must all stand there; \"a phrase\", -not, this OR that, begin*, title:, outlet:, speaker:, lang:, after:2026-03-04, before:2026-04.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per article and line." };
        var best = new Option<bool>("--best") { Description = "The best match first; else the newest." };
        var limit = new Option<int>("--limit") { Description = "Most articles shown.", DefaultValueFactory = static _ => 20, HelpName = "N" };
        var data = DataOption.Create();
        var command = new Command("search", "Find articles in the database.") { words, json, best, limit, data };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var store = DataOption.Open(result.GetValue(data), mustBeThere: true, output.Messages);
            if (store is null)
            {
                return ExitCode.Failed;
            }
            await using (store.ConfigureAwait(false))
            {
                var query = SearchQueryReader.Read(string.Join(' ', result.GetRequiredValue(words))) with
                {
                    ByRelevance = result.GetValue(best),
                    Limit = Math.Clamp(result.GetValue(limit), 1, 1000),
                };
                var found = await store.SearchAsync(query, cancellationToken).ConfigureAwait(false);
                foreach (var fault in found.Faults)
                {
                    await output.Messages.WriteLineAsync(CleanText.Of(fault)).ConfigureAwait(false);
                }
                if (result.GetValue(json))
                {
                    foreach (var hit in found.Hits)
                    {
                        JsonLines.Write(output.Data, FoundArticleJson.From(hit), StemmaJson.Readable.FoundArticleJson);
                    }
                }
                else
                {
                    Write(output.Page(), found);
                }
                return found.Hits.Count > 0 ? ExitCode.Done : found.Faults.Count > 0 && query.Match is null ? ExitCode.Failed : ExitCode.NothingFound;
            }
        });
        return command;
    }

    private static void Write(TerminalPage page, SearchResult found)
    {
        foreach (var hit in found.Hits)
        {
            page.Row("", "  ", new Run(CleanText.Of(hit.Line.Title.Length > 0 ? hit.Line.Title : "(no headline)"), page.Strong));
            page.Row("  ", "  ", new Run(CleanText.Of(string.Join(" · ", Facts(hit.Line))), page.Quiet));
            page.Row("  ", "  ", [.. Marked(page, hit)]);
            page.Blank();
        }
    }

    private static IEnumerable<string> Facts(ArticleLine line)
    {
        if ((line.Outlet ?? line.Url?.Host) is { } outlet)
        {
            yield return outlet;
        }
        if (line.Published is { } published)
        {
            yield return MomentText.Compact(published);
        }
        yield return line.Id.ToString();
    }

    private static IEnumerable<Run> Marked(TerminalPage page, SearchHit hit)
    {
        var at = 0;
        foreach (var mark in hit.Marks)
        {
            yield return new Run(CleanText.Of(hit.Snippet[at..mark.Start]));
            yield return new Run(CleanText.Of(mark.Of(hit.Snippet)), page.Differing);
            at = mark.End;
        }
        yield return new Run(CleanText.Of(hit.Snippet[at..]));
    }
}
