using System.CommandLine;
using Stemma.App.Json;
using Stemma.Fetching;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma export</c>: every article with its story as JSON lines, or the feeds as OPML; nothing is locked in.</summary>
internal static class ExportCommand
{
    private const int ReadTogether = 200;

    public static Command Create()
    {
        var feeds = new Option<bool>("--feeds") { Description = "Write the feeds as OPML instead of the articles." };
        var data = DataOption.Create();
        var command = new Command("export", "Write all articles with their stories as JSON lines, or the feeds as OPML.") { feeds, data };
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
                return result.GetValue(feeds)
                    ? await WriteFeedsAsync(store, output.Data, cancellationToken).ConfigureAwait(false)
                    : await WriteArticlesAsync(store, output.Data, cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> WriteArticlesAsync(SqliteStore store, TextWriter output, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (await store.TextsAfterAsync(after, ReadTogether, cancellationToken).ConfigureAwait(false) is { Count: > 0 } articles)
        {
            foreach (var (seq, article, story) in articles)
            {
                JsonLines.Write(output, ExportedArticle.From(article, story), StemmaJson.Readable.ExportedArticle);
                after = seq;
            }
        }
        return after > 0 ? ExitCode.Done : ExitCode.NothingFound;
    }

    private static async Task<int> WriteFeedsAsync(SqliteStore store, TextWriter output, CancellationToken cancellationToken)
    {
        var feeds = await store.FeedsAsync(cancellationToken).ConfigureAwait(false);
        var list = feeds.Select(static f => new OpmlFeed(f.Address, f.Label, f.HomePage, f.Folder.Length > 0 ? [f.Folder] : []));
        await output.WriteAsync(OpmlWriter.Write("Stemma", list, TimeProvider.System.GetUtcNow())).ConfigureAwait(false);
        return feeds.Count > 0 ? ExitCode.Done : ExitCode.NothingFound;
    }
}
