using System.Text.Json;
using Stemma.Extraction.Html;

namespace Stemma.Extraction;

/// <summary>Reads the article nodes of a page's JSON-LD. Broken blocks are passed over.</summary>
internal static class StructuredData
{
    private const int MaxNodes = 4000;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The article nodes in page order.</summary>
    public static List<StructuredArticle> Read(HtmlTree tree)
    {
        List<StructuredArticle> articles = [];
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree[i].Tag == Tag.Script && tree.TryGetRaw(i, "type", out var type)
                && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) && tree[i].End > i + 1)
            {
                ReadBlock(tree.Raw(i + 1), articles);
            }
        }
        return articles;
    }

    private static void ReadBlock(ReadOnlySpan<char> raw, List<StructuredArticle> articles)
    {
        var json = Clean(raw);
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            Visit(document.RootElement, articles);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Broken syntax, or half a surrogate pair. One in fifty real pages has such a block; its other metadata stand.
        }
    }

    /// <summary>Raw control characters inside strings are the commonest fault of real blocks; spaces do no harm there.</summary>
    private static string Clean(ReadOnlySpan<char> raw)
    {
        raw = raw.Trim().Trim(';');
        if (raw.StartsWith("<!--", StringComparison.Ordinal))
        {
            raw = raw[4..];
        }
        if (raw.EndsWith("-->", StringComparison.Ordinal))
        {
            raw = raw[..^3];
        }
        var chars = raw.ToArray();
        chars.AsSpan().ReplaceAny(System.Buffers.SearchValues.Create("\n\r\t\0\f\v\b"), ' ');
        return new string(chars);
    }

    private static void Visit(JsonElement root, List<StructuredArticle> articles)
    {
        // A queue, not recursion; nodes of a graph and of lists are articles alike, in order.
        var queue = new List<JsonElement> { root };
        Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
        List<(JsonElement Element, string Type)> found = [];
        for (var i = 0; i < queue.Count && i < MaxNodes; i++)
        {
            var element = queue[i];
            if (element.ValueKind == JsonValueKind.Array)
            {
                queue.AddRange(element.EnumerateArray());
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && element.TryGetProperty("name", out _))
                {
                    byId.TryAdd(id.GetString()!, element);
                }
                if (ArticleType(element) is { } type)
                {
                    found.Add((element, type));
                }
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "liveBlogUpdate"])
                {
                    if (element.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                    {
                        queue.Add(inner);
                    }
                }
            }
        }
        articles.AddRange(found.Select(f => ReadArticle(f.Element, f.Type, byId)));
    }

    private static string? ArticleType(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return null;
        }
        if (type.ValueKind == JsonValueKind.Array)
        {
            // "NewsArticle" says less than a kind of it that stands beside.
            var types = type.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!).Where(IsArticle).ToList();
            return types.Find(t => t is "OpinionNewsArticle" or "LiveBlogPosting" or "AdvertiserContentArticle") ?? (types.Count > 0 ? types[0] : null);
        }
        return type.ValueKind == JsonValueKind.String && IsArticle(type.GetString()!) ? type.GetString() : null;
    }

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal)
        || type is "Report" or "Review" or "Recipe" or "VideoObject" or "WebPage" or "CreativeWork" or "AdvertiserContentArticle";

    private static StructuredArticle ReadArticle(JsonElement element, string type, Dictionary<string, JsonElement> byId) => new()
    {
        Type = type,
        Headline = Text(element, "headline") ?? (type == "WebPage" ? null : Text(element, "name")),
        Description = Text(element, "description"),
        Published = Text(element, "datePublished") ?? Text(element, "dateCreated") ?? Text(element, "uploadDate"),
        Modified = Text(element, "dateModified"),
        Authors = Names(element, "author", byId) is { Count: > 0 } authors ? authors : Names(element, "creator", byId),
        AuthorsArePersons = IsPerson(element),
        Organisations = Names(element, "author", byId, organisations: true),
        Publisher = Names(element, "publisher", byId).FirstOrDefault(),
        Section = Text(element, "articleSection"),
        Language = Text(element, "inLanguage"),
        Url = Text(element, "url") ?? Text(element, "mainEntityOfPage", "@id"),
        Image = Text(element, "image", "url"),
        Body = Text(element, "articleBody"),
        IsFree = Bool(element, "isAccessibleForFree"),
    };

    private static string? Text(JsonElement element, string name, string inner = "name")
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
        {
            value = value[0];
        }
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(inner, out var property))
        {
            value = property;
        }
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        var text = TextFolder.Fold(HtmlEntities.Decode(value.GetString()));
        return text.Length == 0 ? null : text;
    }

    private static bool? Bool(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => bool.TryParse(value.GetString(), out var flag) ? flag : null,
            _ => null,
        };

    private static List<string> Names(JsonElement element, string property, Dictionary<string, JsonElement> byId, bool organisations = false)
    {
        List<string> names = [];
        if (!element.TryGetProperty(property, out var value))
        {
            return names;
        }
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        foreach (var reference in people)
        {
            var person = reference;
            if (person.ValueKind == JsonValueKind.Object && !person.TryGetProperty("name", out _)
                && person.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
                && byId.TryGetValue(id.GetString()!, out var named))
            {
                person = named;
            }
            var name = person.ValueKind switch
            {
                JsonValueKind.String when !organisations => person.GetString(),
                JsonValueKind.Object when property is "publisher" || IsOrganization(person) == organisations => Text(person, "name"),
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(name))
            {
                names.Add(TextFolder.Fold(HtmlEntities.Decode(HtmlEntities.Decode(name))));
            }
        }
        return names;
    }

    private static bool IsPerson(JsonElement element)
    {
        if (!element.TryGetProperty("author", out var author))
        {
            return false;
        }
        author = author.ValueKind == JsonValueKind.Array && author.GetArrayLength() > 0 ? author[0] : author;
        return author.ValueKind == JsonValueKind.Object && author.TryGetProperty("@type", out var type)
            && type.ValueKind == JsonValueKind.String && type.GetString() == "Person";
    }

    private static bool IsOrganization(JsonElement person) =>
        person.TryGetProperty("@type", out var type) && type.ValueKind == JsonValueKind.String
        && type.GetString() is "Organization" or "NewsMediaOrganization" or "Corporation" or "WebSite";
}
