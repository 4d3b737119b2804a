using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.App.Ui.Pictures;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Builds the web host: what it is made of and in which order a request passes.</summary>
internal static class StemmaServer
{
    /// <summary>The host, ready to be started.</summary>
    /// <param name="setup">Where it listens.</param>
    /// <param name="store">The database; stays open when the host stops.</param>
    /// <param name="daemon">Asks feeds and makes stories.</param>
    /// <param name="adder">Takes in what a reader adds by its address.</param>
    /// <param name="server">Takes the requests instead of a socket; null for the socket.</param>
    /// <param name="pictures">Fetches pictures for readers; null where none are shown.</param>
    public static async Task<WebApplication> BuildAsync(ServerSetup setup, IStore store, Daemon daemon, SourceAdder adder, IServer? server = null, PictureProxy? pictures = null)
    {
        // The empty builder: no configuration files, no environment, nothing that watches or logs to standard output.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        _ = setup.LogsJson ? builder.Logging.AddJsonConsole() : builder.Logging.AddSimpleConsole();
        // What the framework tells of every request is of use to nobody but who asks for it.
        builder.Logging.SetMinimumLevel(setup.LogLevel)
            .AddFilter("Microsoft", setup.LogLevel <= LogLevel.Debug ? setup.LogLevel : LogLevel.Warning)
            // A start that fails is told in one line by the command.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(static o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(static o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        if (server is null)
        {
            builder.WebHost.UseKestrelCore().ConfigureKestrel(o =>
            {
                o.AddServerHeader = false;
                o.Limits.MaxRequestBodySize = 4 << 20;
                o.Listen(setup.Listen);
            });
        }
        else
        {
            builder.Services.AddSingleton(server);
        }
        builder.Services.AddRouting();
        builder.Services.AddResponseCompression(static o =>
        {
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = ["text/html", "text/css", "text/javascript", "application/json", "application/problem+json", "image/svg+xml", "application/rss+xml", "application/atom+xml", "text/plain", "text/markdown"];
        });
        if (setup.Oidc is { } oidc)
        {
            OidcSignIn.Add(builder.Services, oidc, setup.PublicUrl);
        }
        PageServices.Add(builder.Services);
        if (setup.Oidc is not null)
        {
            OidcSignIn.SealInMemory(builder.Services);
        }
        builder.Services.AddSingleton(setup);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(daemon);
        builder.Services.AddSingleton(adder);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton<LoginGate>();
        builder.Services.AddSingleton<LastVisits>();
        builder.Services.AddSingleton(pictures ?? new PictureProxy(null, new PictureCache(Path.Combine(Path.GetTempPath(), "no-pictures"), setup.Clock), setup.Clock));
        builder.Services.AddSingleton<Ui.Front.StoryCards>();
        builder.Services.AddSingleton<Ui.Front.StoryTopics>();
        builder.Services.AddSingleton(new FormTokens(await SecretAsync(store).ConfigureAwait(false)));
        builder.Services.AddSingleton<AlertSenders>();
        builder.Services.AddHostedService<DaemonService>();
        builder.Services.AddHostedService<AlertService>();
        Telemetry.Add(builder.Services, Environment.GetEnvironmentVariable);

        var app = builder.Build();
        if (setup.Counters is { } counters)
        {
            counters.Log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Stemma");
        }
        if (setup.Proxy is { } proxy)
        {
            ProxyWord.Use(app, proxy);
        }
        app.Use(static (http, next) => Faults.Catch(http, next));
        app.Use(static (http, next) => SecurityHeaders.Add(http, next));
        app.Use(static (http, next) => Guard.CheckHost(http, next));
        app.UseResponseCompression();
        app.Use(static (http, next) => EntityTags.Add(http, next));
        app.UseRouting();
        if (setup.Oidc is not null)
        {
            app.UseAuthentication();
        }
        app.Use(static (http, next) => Guard.Identify(http, next));
        app.Use(static (http, next) => Guard.CheckForm(http, next));
        app.Services.GetRequiredService<Assets>().Map(app);
        AllRoutes.Map(app);
        if (setup.Oidc is not null)
        {
            Ui.Accounts.OidcRoutes.Map(app);
        }
        return app;
    }

    private static async Task<byte[]> SecretAsync(IStore store)
    {
        if (await store.RecallAsync(FormTokens.SecretName).ConfigureAwait(false) is { Content: { Length: 32 } kept })
        {
            return kept;
        }
        var secret = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        await store.RememberAsync(FormTokens.SecretName, 0, secret).ConfigureAwait(false);
        return secret;
    }
}
