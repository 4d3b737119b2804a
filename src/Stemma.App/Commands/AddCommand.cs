using System.CommandLine;
using Stemma.App.Settings;
using Stemma.App.Ui;
using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma add</c>: feeds, sites, lists, archives, pages into the database; and, unless a server does, the stories of them.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("WHAT")
        {
            Description = "A feed, a site (its feeds are found), an OPML list, a news sitemap or a page, by address; a folder, file of pages, JSON lines (.jsonl) or WARC archive (.warc, .warc.gz), by path.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--folder") { Description = "Your folder for the feeds.", DefaultValueFactory = static _ => "", HelpName = "NAME" };
        var later = new Option<bool>("--later") { Description = "Only add; the server, or the next add, makes the stories." };
        var data = DataOption.Create();
        var command = new Command("add", "Add feeds, sites, archives or pages to the database.") { inputs, folder, later, data };
        // What export wrote is read by the same command; people look for it under its other name.
        command.Aliases.Add("import");
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var messages = output.Messages;
            if (DataOption.Read(result.GetValue(data), messages) is not { } settings
                || OutletsOption.Load(settings.Outlets, messages) is not { } outlets
                || DataOption.Open(settings.DataFolder, mustBeThere: false, messages) is not { } store)
            {
                return ExitCode.Failed;
            }
            await using (store.ConfigureAwait(false))
            {
                using var work = FolderLock.TryTake(settings.DataFolder);
                var named = result.GetRequiredValue(inputs);
                var options = Network.Options(settings, named);
                using var web = new WebFetcher(options, TimeProvider.System);
                var (added, failed) = await AddAllAsync(store, web, outlets, options, named, result.GetValue(folder)!, output, cancellationToken).ConfigureAwait(false);
                if (added && work is not null && !result.GetValue(later))
                {
                    await MakeStoriesAsync(store, web, outlets, output, cancellationToken).ConfigureAwait(false);
                }
                else if (added)
                {
                    await messages.WriteLineAsync("Added; the stories are made by " + (work is null ? "the server that runs." : "the next start.")).ConfigureAwait(false);
                }
                return added ? ExitCode.Done : failed ? ExitCode.Failed : ExitCode.NothingFound;
            }
        });
        return command;
    }

    private static async Task<(bool Added, bool Failed)> AddAllAsync(
        SqliteStore store, WebFetcher web, OutletRegistry outlets, FetchOptions options, string[] inputs, string folder, CommandOutput output, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(output.Messages, output.IsWatched);
        var adder = new SourceAdder(store, web, outlets, TimeProvider.System, options) { Progress = n => progress.Report("accept", n) };
        var (any, failed) = (false, false);
        foreach (var input in inputs)
        {
            var added = await adder.AddAsync(input, folder, cancellationToken).ConfigureAwait(false);
            foreach (var failure in added.Failures)
            {
                await output.Messages.WriteLineAsync(CleanText.Of(failure.Message)).ConfigureAwait(false);
            }
            any |= added.HasAny;
            failed |= added.Failures.Count > 0;
            if (added.HasAny)
            {
                await output.Messages.WriteLineAsync(CleanText.Of($"{input}: {Describe(added)}")).ConfigureAwait(false);
            }
        }
        return (any, failed);
    }

    private static string Describe(Added added)
    {
        List<string> parts = [];
        if (added.Feeds.Count + added.KnownFeeds > 0)
        {
            parts.Add(Label.Count(added.Feeds.Count, "new feed") + (added.KnownFeeds > 0 ? $", {added.KnownFeeds} known" : ""));
        }
        var (fresh, changed, known) = added.Articles;
        if (fresh + changed + known > 0)
        {
            parts.Add(Label.Count(fresh, "new article") + (changed > 0 ? $", {changed} changed" : "") + (known > 0 ? $", {known} known" : ""));
        }
        return string.Join("; ", parts);
    }

    // Feeds are asked once and the pages due are fetched; what fails for now waits for the server.
    private static async Task MakeStoriesAsync(SqliteStore store, WebFetcher web, OutletRegistry outlets, CommandOutput output, CancellationToken cancellationToken)
    {
        using (var progress = new ProgressLine(output.Messages, output.IsWatched))
        {
            Dictionary<string, int> done = [];
            void Report(string step, int items)
            {
                lock (done)
                {
                    progress.Report(step, done[step] = done.GetValueOrDefault(step) + items);
                }
            }
            using var daemon = new Daemon(store, web, outlets, TimeProvider.System, progress: Report);
            await daemon.RunToEndAsync(cancellationToken).ConfigureAwait(false);
        }
        var health = await store.HealthAsync(cancellationToken).ConfigureAwait(false);
        await output.Messages.WriteLineAsync(
            $"{Label.Count((int)health.Articles, "article")} in {Label.Count((int)health.Stories, "story", "stories")}; read them with: stemma serve").ConfigureAwait(false);
    }
}
