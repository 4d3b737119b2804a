using System.Net;
using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching;

public sealed class DocumentFetcherTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-fetch");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_gives_what_may_be_a_page_sorted_by_path()
    {
        Write("b.html", "<p>b");
        Write("a.txt", "a");
        Write("style.css", "p{}");
        Write("sub/c.html", "<p>c");
        Write(".hidden", "x");

        var outcomes = await FetchAsync([_folder.FullName]);

        Assert.Equal(["a.txt", "b.html", "c.html"], outcomes.Select(o => Path.GetFileName(o.Document!.Source)));
    }

    [Fact]
    public async Task A_missing_path_an_empty_file_and_one_too_large_fail_alone()
    {
        Write("empty.html", "");
        Write("large.html", new string('x', 5000));
        Write("good.html", "<p>good");

        var outcomes = await FetchAsync(
            [In("missing.html"), In("empty.html"), In("large.html"), In("good.html")],
            options: new FetchOptions { MaxBytes = 4096 });

        Assert.Equal(
            [FailureKind.NotFound, FailureKind.Empty, FailureKind.TooLarge, null],
            outcomes.Select(o => o.Failure?.Kind));
    }

    [Fact]
    public async Task Standard_input_is_read_where_a_hyphen_stands()
    {
        var outcome = Assert.Single(await FetchAsync(["-"], input: "<p>piped"));
        Assert.Equal("<p>piped", Encoding.UTF8.GetString(outcome.Document!.Content.Span));
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_last_address_kept()
    {
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath == "/old"
            ? ScriptedOutlet.Redirect("/new")
            : ScriptedOutlet.Page("<p>new"));
        var outcome = Assert.Single(await FetchAsync(["https://paper.example/old"], outlet));
        Assert.Equal("https://paper.example/new", outcome.Document!.Url!.AbsoluteUri);
        Assert.Equal("text/html", outcome.Document.MediaType);
        Assert.Equal("utf-8", outcome.Document.Charset);
    }

    [Theory]
    [InlineData("https://paper.example/circle", FailureKind.TooManyRedirects)]
    [InlineData("https://paper.example/gone", FailureKind.HttpStatus)]
    [InlineData("https://paper.example/away", FailureKind.BadAddress)]
    [InlineData("https://paper.example/dead", FailureKind.Network)]
    [InlineData("https://paper.example/nothing", FailureKind.Empty)]
    [InlineData("ftp://paper.example/file", FailureKind.BadAddress)]
    public async Task Each_fault_of_the_network_has_its_kind(string address, FailureKind kind)
    {
        var outlet = new ScriptedOutlet(r => r.RequestUri!.AbsolutePath switch
        {
            "/circle" => ScriptedOutlet.Redirect("/circle"),
            "/gone" => new HttpResponseMessage(HttpStatusCode.NotFound),
            "/away" => ScriptedOutlet.Redirect("file:///etc/hosts"),
            "/nothing" => ScriptedOutlet.Page(""),
            _ => throw new HttpRequestException("refused"),
        });
        var outcome = Assert.Single(await FetchAsync([address], outlet));
        Assert.Equal(kind, outcome.Failure!.Kind);
        Assert.StartsWith(address + ": ", outcome.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_failure_has_its_sentence() =>
        Assert.All(Enum.GetValues<FailureKind>(), k => Assert.NotEmpty(k.Sentence("detail")));

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
    }

    private static async Task<List<FetchOutcome>> FetchAsync(
        string[] inputs, HttpMessageHandler? outlet = null, string input = "", FetchOptions? options = null)
    {
        var limits = (options ?? new FetchOptions()) with { DelayPerHost = TimeSpan.Zero };
        using var network = outlet is null
            ? null
            : new WebFetcher(limits, TimeProvider.System, new WebConnector(AddressGuard.Of(limits), limits), outlet);
        var fetcher = new DocumentFetcher(
            () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            network,
            TimeProvider.System,
            limits);
        List<FetchOutcome> outcomes = [];
        await foreach (var outcome in fetcher.FetchAsync(inputs, TestContext.Current.CancellationToken))
        {
            outcomes.Add(outcome);
        }
        return outcomes;
    }
}
