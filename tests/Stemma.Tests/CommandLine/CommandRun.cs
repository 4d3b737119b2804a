using System.CommandLine;
using System.Diagnostics;
using Stemma.App.Commands;

namespace Stemma.Tests.CommandLine;

/// <summary>Runs the command, with a folder and a cache of its own: inside the test, or as a shell would.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-test-");

    // The cache folder comes from the environment of the process. Only this class's tests read it, one after another.
    public CommandRun() => Environment.SetEnvironmentVariable("XDG_CACHE_HOME", _folder.FullName);

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    public static async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await Door.RunAsync(args, new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs a line of shell in which <c>$STEMMA</c> is the command.</summary>
    public async Task<(int Code, string Out, string Error)> ShellAsync(string line)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("/bin/bash", ["-c", "set -o pipefail; " + line])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STEMMA"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "stemma.dll")}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancelled);
        var output = await process.StandardOutput.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        return (process.ExitCode, output, await error);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
