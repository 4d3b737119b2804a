using System.Text.Json;

namespace Stemma.Tests.Web;

/// <summary>The API: the same as the pages, for programs.</summary>
public sealed class ApiTests
{
    [Fact]
    public async Task Every_route_of_the_api_answers_with_json()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk");
        foreach (var path in (await AllPages.AddressesAsync(app)).Where(p => p.StartsWith("/api", StringComparison.Ordinal)))
        {
            var answer = await app.GetAsync(path.Contains("search", StringComparison.Ordinal) ? "/api/search?q=der" : path);
            Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer.Headers.ContentType.ToString()));
            using var json = JsonDocument.Parse(answer.Body);
            Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        }
    }

    [Theory]
    [InlineData("/api/stories/s0000000000", 404)]
    [InlineData("/api/stories/nonsense", 404)]
    [InlineData("/api/articles/a0000000000", 404)]
    [InlineData("/api/nowhere", 404)]
    [InlineData("/api/search", 400)]
    [InlineData("/api/stories?since=soon", 400)]
    [InlineData("/api/articles?limit=0", 400)]
    [InlineData("/api/articles?limit=99999999999", 400)]
    public async Task Errors_have_one_shape(string path, int status)
    {
        await using var app = await WebApp.StartAsync();
        var answer = await app.GetAsync(path);
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.Headers.ContentType.ToString()));
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(["type", "title", "status", "detail"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(status, json.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_list_of_stories_goes_on_where_it_ended()
    {
        await using var app = await WebApp.WithSamplesAsync("klaerwerk", "two-councils");
        using var all = JsonDocument.Parse((await app.GetAsync("/api/stories")).Body);
        Assert.Equal(3, all.RootElement.GetProperty("stories").GetArrayLength());
    }
}
