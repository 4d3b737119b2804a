using System.CommandLine;
using System.CommandLine.Invocation;

namespace Stemma.App.Commands;

/// <summary>Where every command comes in: parses the arguments, runs the command, and gives the exit code.</summary>
internal static class Door
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 nothing found, 2 failed (arguments that cannot be understood included), 130 interrupted.</returns>
    public static async Task<int> RunAsync(string[] args, InvocationConfiguration configuration)
    {
        configuration.EnableDefaultExceptionHandler = false;
        var parsed = StemmaCommand.Create().Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                await configuration.Error.WriteLineAsync(Ui.CleanText.Of(error.Message)).ConfigureAwait(false);
            }
            var verb = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
            await configuration.Error.WriteLineAsync($"See: stemma{verb} --help").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (e.Message.Contains("Broken pipe", StringComparison.Ordinal))
        {
            // The reader has left (`| head`): it has what it wanted.
            return ExitCode.Done;
        }
#pragma warning disable CA1031 // One of the two doors at which everything is caught.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await configuration.Error.WriteLineAsync($"Stemma has a fault; please report this with what you ran: {e}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
