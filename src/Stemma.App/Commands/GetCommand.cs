using System.CommandLine;
using System.Net;
using System.Text;
using Stemma.App.Serving;
using Stemma.App.Settings;
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
            if (DataOption.Read(result.GetValue(data), output.Messages) is not { } settings
                || DataOption.Open(result.GetValue(data), mustBeThere: true, output.Messages) is not { } store)
            {
                return ExitCode.Failed;
            }
            await using (store.ConfigureAwait(false))
            {
                return await GetAsync(settings, store, result.GetRequiredValue(path), output, cancellationToken).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static async Task<int> GetAsync(StemmaSettings settings, SqliteStore store, string path, CommandOutput output, CancellationToken cancellationToken)
    {
        var outlets = OutletRegistry.LoadBuiltIn();
        using var web = new WebFetcher(Network.Options(settings, []), TimeProvider.System);
        using var daemon = new Daemon(store, web, outlets, TimeProvider.System);
        using var request = new SingleRequest();
        var setup = new ServerSetup { Listen = new IPEndPoint(IPAddress.Loopback, 0), RunsDaemon = false };
        var app = await StemmaServer.BuildAsync(setup, store, daemon, new SourceAdder(store, web, outlets, TimeProvider.System), request).ConfigureAwait(false);
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            var (status, headers, body) = await request.SendAsync("GET", path.StartsWith('/') ? path : "/" + path).ConfigureAwait(false);
            await output.Data.WriteAsync(Encoding.UTF8.GetString(body)).ConfigureAwait(false);
            await output.Data.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (status >= 300)
            {
                await output.Messages.WriteLineAsync($"{path}: {status} {headers.Location}".TrimEnd()).ConfigureAwait(false);
            }
            return status < 400 ? ExitCode.Done : status == 404 ? ExitCode.NothingFound : ExitCode.Failed;
        }
    }
}
