using System.CommandLine;
using Microsoft.Data.Sqlite;
using Stemma.App.Ui;

namespace Stemma.App.Commands;

/// <summary><c>stemma backup FILE</c>: a copy of the database, while others use it.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; an old one stays until the new one is whole." };
        var data = DataOption.Create();
        var command = new Command("backup", "Copy the database as of this moment, also while the server runs.") { file, data };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var store = DataOption.Open(result.GetValue(data), mustBeThere: true, output.Messages);
            if (store is null)
            {
                return ExitCode.Failed;
            }
            var target = result.GetRequiredValue(file);
            await using (store.ConfigureAwait(false))
            {
                try
                {
                    await store.BackUpAsync(target, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
                {
                    await output.Messages.WriteLineAsync(CleanText.Of($"{target}: the copy could not be written; check the folder and the room on the disk ({e.Message})")).ConfigureAwait(false);
                    return ExitCode.Failed;
                }
            }
            await output.Messages.WriteLineAsync(CleanText.Of($"{target}: {new FileInfo(target).Length / 1_000_000.0:0.0} MB")).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }
}
