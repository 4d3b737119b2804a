using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.App.Serving;
using Stemma.Fetching;
using Stemma.Outlets;
using Stemma.Storage;
using Stemma.Tests.Storage;

namespace Stemma.Tests.Web;

/// <summary>The real host over a database of its own, without a socket.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly SingleRequest _requests = new();
    private readonly WebFetcher _web;
    private readonly Daemon _daemon;
    private WebApplication _app = null!;

    private WebApp(WebFetcher? web, Uri? publicUrl)
    {
        _web = web ?? new WebFetcher(new FetchOptions(), TimeProvider.System);
        _daemon = new Daemon(_folder.Store, _web, OutletRegistry.LoadBuiltIn(), TimeProvider.System, new LiveOptions { PublicUrl = publicUrl });
    }

    public SqliteStore Store => _folder.Store;

    public StoreFolder Folder => _folder;

    public ServerSetup Setup { get; private set; } = null!;

    public WebApplication App => _app;

    public Daemon Daemon => _daemon;

    /// <summary>Starts it.</summary>
    /// <param name="isOpen">Whether others may come, so that everybody signs in.</param>
    /// <param name="web">Asks the network; null for the real one.</param>
    /// <param name="publicUrl">Where hubs reach it; null for nowhere.</param>
    /// <param name="pictures">Fetches pictures; null for none.</param>
    /// <param name="setup">Changes what the server is told.</param>
    public static async Task<WebApp> StartAsync(
        bool isOpen = false,
        WebFetcher? web = null,
        Uri? publicUrl = null,
        Stemma.App.Ui.Pictures.PictureProxy? pictures = null,
        Func<ServerSetup, ServerSetup>? setup = null)
    {
        var app = new WebApp(web, publicUrl)
        {
            Setup = new ServerSetup { Listen = new IPEndPoint(isOpen ? IPAddress.Any : IPAddress.Loopback, 0), RunsDaemon = false, PublicUrl = publicUrl },
        };
        app.Setup = setup?.Invoke(app.Setup) ?? app.Setup;
        app._app = await StemmaServer.BuildAsync(app.Setup, app.Store, app._daemon, new SourceAdder(app.Store, app._web, OutletRegistry.LoadBuiltIn(), TimeProvider.System), app._requests, pictures);
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>The same with the bundled events read.</summary>
    public static async Task<WebApp> WithSamplesAsync(params string[] samples)
    {
        var app = await StartAsync();
        await app.AddAsync(samples);
        return app;
    }

    public async Task AddAsync(params string[] samples)
    {
        foreach (var sample in samples)
        {
            await Store.AcceptAsync(StoreFolder.Pages(sample), StoreFolder.Now, TestContext.Current.CancellationToken);
        }
        await _folder.RunAsync();
    }

    public async Task<WebAnswer> GetAsync(string path, string? cookie = null, string? bearer = null, string? host = null, string? accept = null)
    {
        var headers = Headers(cookie, bearer, host);
        if (accept is not null)
        {
            headers.AcceptLanguage = accept;
        }
        var (status, answered, body) = await _requests.SendAsync("GET", path, headers);
        return new WebAnswer(status, answered, Encoding.UTF8.GetString(body));
    }

    /// <summary>Posts a form with the right token, taken from a page, unless another is given.</summary>
    public async Task<WebAnswer> PostAsync(string path, string form, string? cookie = null, string? token = null, string? origin = null, string? bearer = null)
    {
        var secret = (await Store.RecallAsync(FormTokens.SecretName))!.Value.Content;
        token ??= new FormTokens(secret).Of(cookie ?? (Setup.IsOpen ? "" : Visit.LocalReader));
        var body = Encoding.UTF8.GetBytes($"{form}{(form.Length > 0 ? "&" : "")}{FormTokens.FieldName}={token}");
        var headers = Headers(cookie, bearer, null);
        headers.ContentType = "application/x-www-form-urlencoded";
        headers.ContentLength = body.Length;
        if (origin is not null)
        {
            headers.Origin = origin;
        }
        var (status, answered, answer) = await _requests.SendAsync("POST", path, headers, body);
        return new WebAnswer(status, answered, Encoding.UTF8.GetString(answer));
    }

    /// <summary>Posts as a program does: no form, no token of ours.</summary>
    public async Task<WebAnswer> PostRawAsync(string path, byte[] body, string type, string host, params (string Name, string Value)[] more)
    {
        var headers = Headers(null, null, host);
        headers.ContentType = type;
        headers.ContentLength = body.Length;
        foreach (var (name, value) in more)
        {
            headers[name] = value;
        }
        var (status, answered, answer) = await _requests.SendAsync("POST", path, headers, body);
        return new WebAnswer(status, answered, Encoding.UTF8.GetString(answer));
    }

    /// <summary>Asks with headers of the caller's choice, from an address.</summary>
    /// <param name="path">What for.</param>
    /// <param name="from">Where the connection comes from.</param>
    /// <param name="headers">Names and values.</param>
    public async Task<WebAnswer> GetFromAsync(string path, IPAddress? from, params (string Name, string Value)[] headers)
    {
        IHeaderDictionary sent = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            sent.Append(name, value);
        }
        var (status, answered, body) = await _requests.SendAsync("GET", path, sent, from: from);
        return new WebAnswer(status, answered, Encoding.UTF8.GetString(body));
    }

    /// <summary>Posts a form with the right token for a reader, from an address.</summary>
    public async Task<WebAnswer> PostFromAsync(string path, string form, string reader, IPAddress? from, params (string Name, string Value)[] headers)
    {
        var secret = (await Store.RecallAsync(FormTokens.SecretName))!.Value.Content;
        var body = Encoding.UTF8.GetBytes($"{form}&{FormTokens.FieldName}={new FormTokens(secret).Of(reader)}");
        IHeaderDictionary sent = new HeaderDictionary();
        sent.ContentType = "application/x-www-form-urlencoded";
        sent.ContentLength = body.Length;
        foreach (var (name, value) in headers)
        {
            sent.Append(name, value);
        }
        var (status, answered, answer) = await _requests.SendAsync("POST", path, sent, body, from);
        return new WebAnswer(status, answered, Encoding.UTF8.GetString(answer));
    }

    /// <summary>Adds a user who has signed in; gives the cookie.</summary>
    public async Task<(ReaderScope Scope, string Cookie)> SignedInAsync(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = await Store.AddUserAsync(name, "x", false, now);
        var cookie = SecretToken.New();
        await Store.AddSessionAsync(id!.Value, SecretToken.DigestOf(cookie), now, now.AddDays(1));
        return (new ReaderScope(id.Value), cookie);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _requests.Dispose();
        _daemon.Dispose();
        _web.Dispose();
        await _folder.DisposeAsync();
    }

    private static IHeaderDictionary Headers(string? cookie, string? bearer, string? host)
    {
        IHeaderDictionary headers = new HeaderDictionary();
        if (cookie is not null)
        {
            headers.Cookie = Guard.CookieName + "=" + cookie;
        }
        if (bearer is not null)
        {
            headers.Authorization = "Bearer " + bearer;
        }
        if (host is not null)
        {
            headers.Host = host;
        }
        return headers;
    }
}
