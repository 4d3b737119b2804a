using System.Text.Json;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.App.Evals.Feeds;

/// <summary>One case of the conformance suite: a document as it was served, and what is expected of it.</summary>
internal sealed record FeedCase(string Id, string Group, string Subset, FetchedDocument Document, JsonElement Expect, IReadOnlyDictionary<string, string> Headers)
{
    // Where the suite's own server stood, which its expectations name.
    private const string Server = "http://127.0.0.1:8097/feed/pg.cgi";

    /// <summary>The cases of a file of JSON lines.</summary>
    public static IEnumerable<FeedCase> ReadAll(string file) => File.ReadLines(file).Where(l => l.Length > 0).Select(Parse);

    private static FeedCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement.Clone();
        var headers = root.GetProperty("headers").EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase);
        var type = FeedContentType.Parse(root.GetProperty("content_type").GetString());
        var isServed = root.GetProperty("kind").GetString() != "local" || type.MediaType is not null;
        var document = new FetchedDocument
        {
            Source = root.GetProperty("id").GetString()!,
            Url = root.GetProperty("url").GetString() is { } url ? new Uri(url) : isServed ? new Uri(Server) : null,
            Content = root.GetProperty("content_base64").GetBytesFromBase64(),
            MediaType = type.MediaType,
            Charset = type.Charset,
            ContentLocation = headers.GetValueOrDefault("Content-Location"),
            ContentLanguage = headers.GetValueOrDefault("Content-Language"),
            FetchedAt = DateTimeOffset.UnixEpoch,
        };
        return new FeedCase(
            document.Source, root.GetProperty("group").GetString()!, root.GetProperty("subset").GetString()!,
            document, root.GetProperty("expect"), headers);
    }
}
