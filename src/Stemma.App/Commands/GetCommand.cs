using System.CommandLine;
using System.Net;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma get</c>: any page or API route without a server. (The idea: datasette --get.)</summary>
internal static class GetCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A path such as / or /api/stories." };
        var data = DataOption.Create();
        var command = new Command("get", "Print what the server would answer to a path.") { path, data };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var database = Path.Combine(DataFolder.Of(result.GetValue(data)), DataFolder.DatabaseName);
            if (!File.Exists(database))
            {
                await output.Messages.WriteLineAsync($"There is no database at {database}; name its folder with --data, or start `stemma serve` once.").ConfigureAwait(false);
                return ExitCode.Failed;
            }
            return await GetAsync(database, result.GetRequiredValue(path), output, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> GetAsync(string database, string path, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            var store = SqliteStore.Open(database);
            await using (store.ConfigureAwait(false))
            {
                using var web = new WebFetcher(new FetchOptions(), TimeProvider.System);
                using var pipeline = new Daemon(store, web, OutletRegistry.LoadBuiltIn(), TimeProvider.System);
                using var request = new SingleRequest();
                var setup = new ServerSetup { Listen = new IPEndPoint(IPAddress.Loopback, 0), RunsPipeline = false };
                var app = await StemmaServer.BuildAsync(setup, store, pipeline, request).ConfigureAwait(false);
                await using (app.ConfigureAwait(false))
                {
                    await app.StartAsync(cancellationToken).ConfigureAwait(false);
                    var (status, headers, body) = await request.SendAsync("GET", path.StartsWith('/') ? path : "/" + path).ConfigureAwait(false);
                    await output.Data.WriteAsync(System.Text.Encoding.UTF8.GetString(body)).ConfigureAwait(false);
                    await output.Data.FlushAsync(cancellationToken).ConfigureAwait(false);
                    if (status >= 300)
                    {
                        await output.Messages.WriteLineAsync($"{path}: {status} {headers.Location}".TrimEnd()).ConfigureAwait(false);
                    }
                    return status < 400 ? ExitCode.Done : status == 404 ? ExitCode.NothingFound : ExitCode.Failed;
                }
            }
        }
        catch (StorageException e)
        {
            await output.Messages.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
