using System.CommandLine;
using System.Globalization;
using Stemma.App.Ui;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma doctor</c>: is the database whole, how large is it, what failed and why.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var command = new Command("doctor", "Check the database: is it whole, how large is it, what failed and why.") { data };
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
                var health = await store.HealthAsync(cancellationToken).ConfigureAwait(false);
                var feeds = await store.FeedsAsync(cancellationToken).ConfigureAwait(false);
                foreach (var line in Lines(health, feeds))
                {
                    await output.Data.WriteLineAsync(CleanText.Of(line)).ConfigureAwait(false);
                }
                return health.IsWhole ? ExitCode.Done : ExitCode.Failed;
            }
        });
        return command;
    }

    private static IEnumerable<string> Lines(StoreHealth health, IReadOnlyList<FeedRecord> feeds)
    {
        string Count(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
        yield return health.IsWhole ? "The database is whole." : "The database is damaged; restore a backup. " + string.Join("; ", health.Integrity);
        yield return string.Create(CultureInfo.InvariantCulture, $"{health.FileBytes / 1e6:0.0} MB, form {health.Form}");
        yield return $"{Count(health.Articles)} articles ({Count(health.AwaitPage)} await their page, {Count(health.AwaitReading)} await reading, {Count(health.Failed)} failed), {Count(health.Versions)} earlier versions";
        yield return $"{Count(health.Stories)} stories ({Count(health.StoriesBehind)} to be briefed anew)";
        yield return $"{Count(health.Feeds)} feeds, {Count(health.FailingFeeds)} of them failing";
        foreach (var feed in feeds.Where(static f => f.Failure is not null))
        {
            yield return $"  {feed.Label} ({feed.Address}): {feed.Failure}; {(feed.NextAt is { } next ? $"asked again {next:yyyy-MM-dd HH:mm} UTC" : "not asked again")}";
        }
        if (health.Failures.Count > 0)
        {
            yield return "Articles that could not be read, by reason:";
        }
        foreach (var (failure, articles) in health.Failures)
        {
            yield return $"  {Count(articles)}: {failure}";
        }
    }
}
