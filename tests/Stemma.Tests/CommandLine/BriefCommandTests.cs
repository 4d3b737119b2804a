using System.CommandLine;
using System.Text.Json;
using Stemma.App.Commands;

namespace Stemma.Tests.CommandLine;

public sealed class BriefCommandTests
{
    private const string Page = """
        <!DOCTYPE html><html lang="en"><head><title>Lighthouse at Corran Point goes dark | Skerry Courier</title>
        <meta property="og:site_name" content="Skerry Courier"><meta property="article:published_time" content="2031-02-03T08:00:00Z"></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Lighthouse at Corran Point goes dark</h1>
        <p>The lighthouse at Corran Point has gone dark for the first time in ninety years, keeper Moira Teale told the Skerry Courier on Monday.</p>
        <p>“The lamp failed at four in the morning and the spare one is on the mainland,” Teale said in an interview at the point.</p>
        <p>The coast office said that boats should keep two miles off the rocks until the lamp is replaced on Thursday.</p></article></body></html>
        """;

    [Fact]
    public async Task Help_reads_as_approved()
    {
        var writer = new StringWriter { NewLine = "\n" };
        foreach (var verb in new[] { "brief", "explain" })
        {
            Assert.Equal(0, await Door.RunAsync([verb, "--help"], new InvocationConfiguration { Output = writer, Error = writer }));
        }
        Approval.Equal("help.txt", string.Join('\n', writer.ToString().Split('\n').Select(l => l.TrimEnd())).Replace("Stemma.Tests ", "stemma ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("brief", "x", "--now", "yesterday")]
    [InlineData("brief", "x", "--wrong")]
    [InlineData("explain")]
    [InlineData("unknown-verb")]
    public async Task Arguments_that_cannot_be_understood_give_2_and_say_where_help_is(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.Equal(2, await Door.RunAsync(args, new InvocationConfiguration { Output = output, Error = errors }));
        Assert.Empty(output.ToString());
        Assert.Contains("--help", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_told_and_each_bad_input_has_its_line()
    {
        using var run = new CommandRun();
        var (code, output, error) = await CommandRun.RunAsync("brief", run.Write("page.html", Page), run.At("missing.html"), run.Write("empty.html", ""));
        Assert.Equal(0, code);
        Assert.StartsWith("Lighthouse at Corran Point goes dark", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Equal(2, error.Trim().Split('\n').Length);
        Assert.Contains("missing.html: no such file", error, StringComparison.Ordinal);
        Assert.Contains("empty.html: is empty", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_gives_1_and_nothing_readable_gives_2()
    {
        using var run = new CommandRun();
        Directory.CreateDirectory(run.At("nothing"));
        var menu = run.Write("menu.html", "<html><body><nav><a href=/>Home</a></nav></body></html>");
        Assert.Equal(1, (await CommandRun.RunAsync("brief", run.At("nothing"))).Code);
        Assert.Equal(1, (await CommandRun.RunAsync("brief", menu)).Code);
        Assert.Equal(2, (await CommandRun.RunAsync("brief", run.At("missing.html"), menu)).Code);
    }

    [Fact]
    public async Task Json_and_page_are_written_and_explain_remembers_what_was_read()
    {
        using var run = new CommandRun();
        var page = run.Write("page.html", Page);
        var (code, output, error) = await CommandRun.RunAsync("brief", page, "--json", "--html", run.At("out.html"), "--now", "2031-02-04");
        Assert.Equal(0, code);
        Assert.EndsWith("out.html (1 story).\n", error, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(run.At("out.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        var id = json.RootElement.GetProperty("accounts")[0].GetProperty("id").GetString()!;

        var explained = await CommandRun.RunAsync("explain", id[..6]);
        Assert.Equal(0, explained.Code);
        Assert.Contains(id, explained.Out, StringComparison.Ordinal);
        using var asJson = JsonDocument.Parse((await CommandRun.RunAsync("explain", id, page, "--json")).Out);
        Assert.Equal("account", asJson.RootElement.GetProperty("kind").GetString());
        Assert.Equal(1, (await CommandRun.RunAsync("explain", "czzzzzzzzz")).Code);

        var (wrongCode, _, wrong) = await CommandRun.RunAsync("brief", page, "--html", run.At("no/such/folder/out.html"));
        Assert.Equal(2, wrongCode);
        Assert.Contains("could not be written", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlets_of_the_user_are_known_and_a_bad_table_is_reported()
    {
        using var run = new CommandRun();
        var page = run.Write("page.html", Page.Replace("Skerry Courier\"><meta", "Courier of Skerry\"><meta", StringComparison.Ordinal));
        var table = run.Write("own.csv", "id,name,aliases,domains\nskerry,The Courier at Skerry,Courier of Skerry|Skerry Courier,\n");
        Assert.Contains("The Courier at Skerry", (await CommandRun.RunAsync("brief", page, "--outlets", table)).Out, StringComparison.Ordinal);
        foreach (var bad in new[] { run.At("none.csv"), run.Write("bad.csv", "some,thing\n1,2\n"), run.Write("twice.csv", "id,id\n1,2\n") })
        {
            var (code, output, error) = await CommandRun.RunAsync("brief", page, "--outlets", bad);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains("table", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_ambiguous_id_lists_what_it_could_mean()
    {
        using var run = new CommandRun();
        var (code, output, error) = await CommandRun.RunAsync("explain", "a", run.Write("1.html", Page), run.Write("2.html", Page.Replace("Corran", "Tarran", StringComparison.Ordinal)));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("2 things begin so", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_and_cannot_be_explained_afterwards()
    {
        using var run = new CommandRun();
        var none = await CommandRun.RunAsync("explain", "c000");
        Assert.Equal(2, none.Code);
        Assert.Contains("No brief is remembered", none.Error, StringComparison.Ordinal);
        run.Write("page.html", Page);
        var (code, output, _) = await run.ShellAsync("$STEMMA brief - < page.html");
        Assert.Equal(0, code);
        Assert.StartsWith("Lighthouse at Corran Point goes dark", output, StringComparison.Ordinal);
        var after = await CommandRun.RunAsync("explain", "c000");
        Assert.Equal(2, after.Code);
        Assert.Contains("standard input", after.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_early_is_no_error()
    {
        using var run = new CommandRun();
        run.Write("page.html", Page);
        var (code, output, error) = await run.ShellAsync("$STEMMA brief page.html | head -1");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("Lighthouse at Corran Point goes dark\n", output);
    }
}
