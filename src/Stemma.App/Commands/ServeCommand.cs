using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Stemma.App.Serving;
using Stemma.App.Settings;
using Stemma.App.Ui.Pictures;
using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>stemma serve</c>: the reader in a browser, with its database, until stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = DataOption.Create();
        var listen = new Option<string?>("--listen")
        {
            Description = "Listen there (else STEMMA_LISTEN, else 127.0.0.1:7070). Anywhere but on this machine it asks everybody to sign in.",
            HelpName = "ADDRESS",
        };
        var outlets = OutletsOption.Create();
        var command = new Command("serve", "Read the stories in a browser, on 127.0.0.1:7070.") { data, listen, outlets };
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            if (DataOption.Read(result.GetValue(data), output.Messages) is not { } settings)
            {
                return ExitCode.Failed;
            }
            var address = result.GetValue(listen) is { } text ? ListenAddress.Read(text) : settings.Listen;
            if (address is null)
            {
                await output.Messages.WriteLineAsync("--listen: want an address such as 127.0.0.1:7070 or :8080.").ConfigureAwait(false);
                return ExitCode.Failed;
            }
            if (OutletsOption.Load(result.GetValue(outlets) ?? settings.Outlets, output.Messages) is not { } known)
            {
                return ExitCode.Failed;
            }
            using var work = FolderLock.TryTake(settings.DataFolder);
            if (work is null)
            {
                await output.Messages.WriteLineAsync($"Another Stemma works on {settings.DataFolder}; stop it, or name another folder with --data.").ConfigureAwait(false);
                return ExitCode.Failed;
            }
            return await RunAsync(settings, new ServerSetup { Listen = address }, known, output.Messages, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(StemmaSettings settings, ServerSetup setup, OutletRegistry outlets, TextWriter messages, CancellationToken cancellationToken)
    {
        try
        {
            var store = SqliteStore.Open(settings.Database);
            await using (store.ConfigureAwait(false))
            {
                using var web = new WebFetcher(Network.Options(settings, []), setup.Clock);
                using var pictures = new WebFetcher(PictureProxy.Limits(Network.Options(settings, [])), setup.Clock);
                using var proxy = new PictureProxy(pictures, new PictureCache(Path.Combine(settings.DataFolder, "pictures"), setup.Clock), setup.Clock);
                using var counters = new Counters();
                using var daemon = new Daemon(
                    store, web, outlets, setup.Clock, new LiveOptions { KeepBytes = settings.KeepBytes, PublicUrl = settings.PublicUrl }, counters.Count, counters.CountFault);
                var app = await StemmaServer.BuildAsync(Observed(setup, settings, counters), store, daemon, new SourceAdder(store, web, outlets, setup.Clock), pictures: proxy).ConfigureAwait(false);
                await using (app.ConfigureAwait(false))
                {
                    await app.StartAsync(cancellationToken).ConfigureAwait(false);
                    await AnnounceAsync(app, setup, store, messages).ConfigureAwait(false);
                    await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            return ExitCode.Done;
        }
        catch (StorageException e)
        {
            await messages.WriteLineAsync(e.Message).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await messages.WriteLineAsync($"Could not listen on {setup.Listen}: it is taken. Stop what listens there, or choose another with --listen.").ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            await messages.WriteLineAsync($"Could not listen on {setup.Listen}: {e.Message}.").ConfigureAwait(false);
        }
        return ExitCode.Failed;
    }

    private static ServerSetup Observed(ServerSetup setup, StemmaSettings settings, Counters counters) => setup with
    {
        Counters = counters,
        HasOpenMetrics = settings.OpenMetrics,
        LogLevel = Enum.Parse<Microsoft.Extensions.Logging.LogLevel>(settings.LogLevel, ignoreCase: true),
        LogsJson = settings.LogsJson,
        PublicUrl = settings.PublicUrl,
        Network = Network.Options(settings, []),
        Mail = settings.SmtpHost is { } host
            ? new MailSetup(host, settings.SmtpPort, settings.SmtpSecurity, settings.SmtpUser, settings.SmtpPassword, settings.SmtpFrom ?? "stemma@" + host)
            : null,
        Oidc = settings is { OidcAuthority: { } authority, OidcClientId: { } client }
            ? new OidcSetup(authority, client, settings.OidcClientSecret, settings.OidcName ?? authority.Host, settings.OidcCreatesUsers)
            : null,
        Proxy = settings.TrustedProxies.Count > 0 ? new ProxySetup(settings.TrustedProxies, settings.ProxyHeader) : null,
    };

    private static async Task AnnounceAsync(WebApplication app, ServerSetup setup, SqliteStore store, TextWriter messages)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var port = bound is not null && Uri.TryCreate(bound, UriKind.Absolute, out var uri) ? uri.Port : setup.Listen.Port;
        var host = setup.IsOpen && setup.Listen.Address.Equals(IPAddress.Any) ? Dns.GetHostName() : new IPEndPoint(setup.Listen.Address, 0).ToString()[..^2];
        var home = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/");
        await messages.WriteLineAsync($"Stemma reads to you at {home} (stop with Ctrl+C)").ConfigureAwait(false);
        if (setup.IsOpen && !await Identities.HasFirstAsync(store).ConfigureAwait(false))
        {
            await messages.WriteLineAsync($"Others can reach it, so it wants an account. Make the first one, once, at\n  {home}welcome?token={setup.WelcomeToken}").ConfigureAwait(false);
        }
        await messages.FlushAsync().ConfigureAwait(false);
    }
}
