using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Stemma.App.Ui.Shell;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>One request by one reader: what every page needs, in one place.</summary>
internal sealed class Visit
{
    /// <summary>Stands for the session of the one person on this machine.</summary>
    public const string LocalReader = "local";

    private const int MostTextChars = 2000;

    private Visit(HttpContext http)
    {
        Http = http;
        Store = http.RequestServices.GetRequiredService<IStore>();
        Setup = http.RequestServices.GetRequiredService<ServerSetup>();
        Daemon = http.RequestServices.GetRequiredService<Daemon>();
        Settings = ReaderSettings.Read("{}");
        Texts = TextTable.Shared.For(null, http.Request.Headers.AcceptLanguage.ToString());
    }

    public HttpContext Http { get; }

    public IStore Store { get; }

    public ServerSetup Setup { get; }

    public Daemon Daemon { get; }

    /// <summary>Who reads; null where nobody has signed in.</summary>
    public UserRecord? User { get; private set; }

    public ReaderSettings Settings { get; private set; }

    public Texts Texts { get; private set; }

    /// <summary>What identifies the reader to forms.</summary>
    public string Reader { get; private set; } = "";

    public ReaderScope Scope => new(User?.Id ?? 0);

    public DateTimeOffset Now => Setup.Clock.GetUtcNow();

    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>Whether the request is for a program, which gets errors as problem+json.</summary>
    public bool IsApi => Http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static Visit Of(HttpContext http)
    {
        if (http.Items[typeof(Visit)] is not Visit visit)
        {
            http.Items[typeof(Visit)] = visit = new Visit(http);
        }
        return visit;
    }

    public void SignIn(UserRecord user, string reader)
    {
        User = user;
        Reader = reader;
        Settings = ReaderSettings.Read(user.Settings);
        Texts = TextTable.Shared.For(Settings.Language, Http.Request.Headers.AcceptLanguage.ToString());
    }

    /// <summary>A part of the address, as the route names it.</summary>
    public string? Route(string name) => Http.Request.RouteValues[name] as string;

    /// <summary>A parameter of the query; null where it is missing or empty.</summary>
    public string? Query(string name) => Cut(Http.Request.Query[name].ToString());

    /// <summary>A field of the posted form; null where it is missing or empty.</summary>
    public string? Form(string name) => Http.Request.HasFormContentType ? Cut(Http.Request.Form[name].ToString()) : null;

    /// <summary>What all pages show around their content.</summary>
    public PageFrame Frame(string place) => new()
    {
        Texts = Texts,
        Settings = Settings,
        Place = place,
        Style = Http.RequestServices.GetRequiredService<Assets>().Style.Path,
        Script = Http.RequestServices.GetRequiredService<Assets>().Script.Path,
        Icon = Http.RequestServices.GetRequiredService<Assets>().Icon.Path,
        FormToken = Http.RequestServices.GetRequiredService<FormTokens>().Of(Reader),
        UserName = Setup.IsOpen ? User?.Name : null,
        IsAdmin = User?.IsAdmin ?? false,
        Here = Http.Request.Path + Http.Request.QueryString,
        Now = Now,
    };

    /// <summary>Where to go after a form: back to the page it stood on, which is always one of ours.</summary>
    public string Back(string otherwise) =>
        Form("back") is { } back && back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.Contains('\\', StringComparison.Ordinal)
            && !back.AsSpan().ContainsAnyInRange('\0', '\u001f')
            ? back
            : otherwise;

    private static string? Cut(string text) => text.Length == 0 ? null : text.Length <= MostTextChars ? text : text[..MostTextChars];
}
