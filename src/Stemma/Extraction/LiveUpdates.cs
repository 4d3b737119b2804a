using System.Text.Json;
using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Reads the posts that a live page lists in its structured data (<c>liveBlogUpdate</c>).</summary>
internal static class LiveUpdates
{
    // The busiest live pages list some three hundred posts; scripts are bounded like the page.
    private const int MaxEntries = 500;
    private const int MaxNodes = 4_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The posts in the order of the data; empty if the page lists none.</summary>
    public static List<LiveEntry> Read(HtmlTree tree, Uri? page)
    {
        List<LiveEntry> entries = [];
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Script && tree[i].End > i + 1 && tree.TryGetRaw(i, "type", out var type)
                && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)
                && tree.Raw(i + 1).Contains("liveBlogUpdate", StringComparison.Ordinal))
            {
                ReadScript(tree.Raw(i + 1), page, entries);
            }
        }
        return entries;
    }

    private static void ReadScript(ReadOnlySpan<char> raw, Uri? page, List<LiveEntry> entries)
    {
        // Raw line breaks inside strings are the commonest fault; as spaces they do no harm.
        var json = raw.ToArray();
        json.AsSpan().ReplaceAny(System.Buffers.SearchValues.Create("\n\r\t\0\f\v\b"), ' ');
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(), Lenient);
            var queue = new List<JsonElement> { document.RootElement };
            for (var i = 0; i < queue.Count && i < MaxNodes; i++)
            {
                if (queue[i].ValueKind == JsonValueKind.Array)
                {
                    queue.AddRange(queue[i].EnumerateArray());
                }
                else if (queue[i].ValueKind == JsonValueKind.Object)
                {
                    foreach (var property in queue[i].EnumerateObject())
                    {
                        if (property.NameEquals("liveBlogUpdate"))
                        {
                            ReadList(property.Value, page, entries);
                        }
                        else if (property.NameEquals("@graph") || property.NameEquals("mainEntity"))
                        {
                            queue.Add(property.Value);
                        }
                    }
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // A broken block tells nothing; the page's mark-up may.
        }
    }

    private static void ReadList(JsonElement list, Uri? page, List<LiveEntry> entries)
    {
        foreach (var post in list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : (JsonElement[])[list])
        {
            if (post.ValueKind == JsonValueKind.Object && entries.Count < MaxEntries)
            {
                var paragraphs = Paragraphs(Text(post, "articleBody") ?? Text(post, "text") ?? "");
                if (paragraphs.Count > 0)
                {
                    entries.Add(new LiveEntry(
                        TextFolder.Fold(HtmlEntities.Decode(Text(post, "headline") ?? Text(post, "name") ?? "")), paragraphs,
                        DateReader.Read(Text(post, "datePublished") ?? Text(post, "dateCreated")), Names(post),
                        Uri.TryCreate(page, Text(post, "url") ?? Text(post, "@id"), out var url) && url.Scheme is "http" or "https" ? url : null, []));
                }
            }
        }
    }

    /// <summary>Bodies come as plain text with line breaks folded away, or as mark-up.</summary>
    private static List<string> Paragraphs(string body) => body.Contains("</", StringComparison.Ordinal) || body.Contains("<br", StringComparison.OrdinalIgnoreCase)
        ? [.. BlockReader.Read(HtmlParser.Parse(body)).Where(b => !b.IsRule).Select(b => b.Text)]
        : TextFolder.Fold(HtmlEntities.Decode(body)) is { Length: > 0 } line ? [line] : [];

    private static List<string> Names(JsonElement post)
    {
        List<string> names = [];
        if (post.TryGetProperty("author", out var author))
        {
            foreach (var person in author.ValueKind == JsonValueKind.Array ? [.. author.EnumerateArray()] : (JsonElement[])[author])
            {
                if (person.ValueKind == JsonValueKind.Object && Text(person, "@type") is null or "Person" && Text(person, "name") is { } name)
                {
                    names.AddRange(BylineReader.Default.Read(HtmlEntities.Decode(name), isDeclared: true));
                }
            }
        }
        return names;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;
}
