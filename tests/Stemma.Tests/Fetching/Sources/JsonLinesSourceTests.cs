using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Sources;

public sealed class JsonLinesSourceTests
{
    [Fact]
    public async Task Lines_of_html_and_of_text_are_read_with_what_they_say()
    {
        var items = await ReadAsync("""
            {"id":"1","url":"https://paper.example/a","html":"<p>one</p>"}

            {"id":2,"text":"two","title":"Second","outlet":"The Paper","lang":"en","published":"2024-01-02T03:04:05Z","more":{"a":[1]}}
            """);
        Assert.Equal(["<p>one</p>", "two"], items.Select(Text));
        Assert.Equal(["text/html", "text/plain"], items.Select(i => i.Document!.MediaType));
        Assert.Equal("https://paper.example/a", items[0].Document!.Url!.AbsoluteUri);
        Assert.Equal(
            new ItemHints { Id = "2", Title = "Second", Outlet = "The Paper", Language = "en", Published = "2024-01-02T03:04:05Z" },
            items[1].Hints);
        Assert.Equal("articles.jsonl:3", items[1].Document!.Source);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_told_by_its_number_and_the_rest_is_read()
    {
        var items = await ReadAsync($$"""
            not json
            [1]
            {"id":"3"}
            {"html":""}
            {"html":"{{new string('x', 70_000)}}"}
            {"html":"\ud800"}
            {{string.Concat(Enumerable.Repeat("[", 5000))}}
            {"url":"javascript:alert(1)","text":"good"}
            """);
        Assert.Equal(
            [FailureKind.BadRecord, FailureKind.BadRecord, FailureKind.BadRecord, FailureKind.Empty, FailureKind.TooLarge,
                FailureKind.BadRecord, FailureKind.BadRecord, null],
            items.Select(i => i.Failure?.Kind));
        Assert.Equal("articles.jsonl:2", items[1].Failure!.Source);
        Assert.Equal("good", Text(items[^1]));
        Assert.Null(items[^1].Document!.Url);
    }

    [Fact]
    public async Task A_line_without_end_is_passed_over_in_bounded_memory()
    {
        var items = await ReadAsync(new string('x', 5_000_000) + "\n{\"text\":\"after\"}");
        Assert.Equal([null, "after"], items.Select(Text));
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        List<SourceItem> items = [];
        await foreach (var item in new JsonLinesSource("no/such.jsonl", TimeProvider.System, new FetchOptions())
            .ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }
        Assert.Equal(FailureKind.NotFound, Assert.Single(items).Failure!.Kind);
    }

    private static async Task<List<SourceItem>> ReadAsync(string file)
    {
        var source = new JsonLinesSource("articles.jsonl", TimeProvider.System, new FetchOptions { MaxBytes = 65_536 })
        {
            Open = () => new MemoryStream(Encoding.UTF8.GetBytes(file)),
        };
        List<SourceItem> items = [];
        await foreach (var item in source.ReadAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }
        return items;
    }

    private static string? Text(SourceItem item) => item.Document is { } document ? Encoding.UTF8.GetString(document.Content.Span) : null;
}
