using System.Text.Json;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Reads JSON Feed 1 and 1.1.</summary>
internal sealed class JsonFeedReader(string? documentBase, string? documentLanguage)
{
    private const int Depth = 64;

    /// <summary>The feed; null where the document is no JSON Feed. What is cut off is read up to the last whole entry.</summary>
    public static Feed? Read(string text, FetchedDocument document, FeedFaultList faults)
    {
        using var json = Parse(text, faults) ?? Parse(JsonSalvage.CloseAfterLastItem(text), faults);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        var root = json.RootElement;
        var version = Text(root, "version") ?? "";
        if (!version.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase)
            && !(root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && Text(root, "title") is not null))
        {
            return null;
        }
        var address = FeedAddresses.Base(document.ContentLocation, document.Url?.AbsoluteUri) ?? Text(root, "feed_url");
        return new JsonFeedReader(address, FeedScope.Tag(document.ContentLanguage)).ReadFeed(root, version, faults);
    }

    private static JsonDocument? Parse(string? text, FeedFaultList faults)
    {
        if (text is null)
        {
            return null;
        }
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = Depth,
            });
        }
        catch (JsonException)
        {
            faults.Add(FeedFaultKind.BadJson);
            return null;
        }
    }

    private Feed ReadFeed(JsonElement root, string version, FeedFaultList faults)
    {
        var language = FeedScope.Tag(Text(root, "language")) ?? documentLanguage;
        var draft = new FeedDraft
        {
            Title = Plain(root, "title", language),
            Subtitle = Plain(root, "description", language),
            Info = Plain(root, "user_comment", language),
            Language = language,
            Icon = Address(root, "favicon"),
            Logo = Address(root, "icon"),
            IsFinished = root.TryGetProperty("expired", out var expired) && expired.ValueKind == JsonValueKind.True,
        };
        draft.Image = draft.Logo is { } icon ? new FeedImage { Url = icon } : null;
        draft.Add(Link(root, "home_page_url", "alternate"));
        draft.Add(Link(root, "feed_url", "self"));
        draft.Add(Link(root, "next_url", "next"));
        foreach (var hub in Array(root, "hubs"))
        {
            draft.Add(Link(hub, "url", "hub"));
        }
        ReadAuthors(root, draft);
        List<FeedEntry> entries = [];
        foreach (var item in Array(root, "items"))
        {
            if (entries.Count >= FeedLimits.Entries)
            {
                faults.Add(FeedFaultKind.TooManyEntries);
                break;
            }
            if (item.ValueKind == JsonValueKind.Object)
            {
                entries.Add(ReadItem(item, language, faults));
            }
        }
        var format = version.TrimEnd('/').EndsWith("/1.1", StringComparison.Ordinal) ? FeedFormat.JsonFeed11 : FeedFormat.JsonFeed1;
        return draft.ToFeed(format, FeedKeys.Assign(entries, faults));
    }

    private FeedEntry ReadItem(JsonElement item, string? feedLanguage, FeedFaultList faults)
    {
        var said = FeedScope.Tag(Text(item, "language"));
        var language = said ?? feedLanguage;
        var draft = new FeedDraft
        {
            Id = Text(item, "id"),
            Title = Plain(item, "title", language),
            Summary = Plain(item, "summary", language),
            Language = said,
            Published = Date(item, "date_published", faults),
            Updated = Date(item, "date_modified", faults),
            Image = Address(item, "image") is { } image ? new FeedImage { Url = image }
                : Address(item, "banner_image") is { } banner ? new FeedImage { Url = banner }
                : null,
        };
        draft.Add(Link(item, "url", "alternate"));
        draft.Add(Link(item, "external_url", "related"));
        if (Text(item, "content_html") is { } html)
        {
            draft.Contents.Add(new FeedText { Value = html, MediaType = "text/html", Language = language, Base = draft.Links.FirstOrDefault()?.Href ?? documentBase });
        }
        if (Plain(item, "content_text", language) is { } text)
        {
            draft.Contents.Add(text);
        }
        ReadAuthors(item, draft);
        foreach (var tag in Array(item, "tags"))
        {
            if (Text(tag) is { } term)
            {
                draft.Add(new FeedCategory(term.Trim()));
            }
        }
        foreach (var attachment in Array(item, "attachments"))
        {
            draft.Add(Link(attachment, "url", "enclosure") is { } file
                ? file with
                {
                    Type = Text(attachment, "mime_type"),
                    Title = Text(attachment, "title"),
                    Length = Text(attachment, "size_in_bytes"),
                    DurationSeconds = Number(attachment, "duration_in_seconds"),
                }
                : null);
        }
        return draft.ToEntry();
    }

    private void ReadAuthors(JsonElement holder, FeedDraft draft)
    {
        foreach (var author in Array(holder, "authors").Concat(
            holder.TryGetProperty("author", out var only) && only.ValueKind == JsonValueKind.Object ? [only] : []))
        {
            if (Text(author, "name") is { } name)
            {
                FeedDraft.Add(draft.Authors, new FeedPerson(name, null, Address(author, "url"), Address(author, "avatar")));
            }
        }
    }

    private FeedLink? Link(JsonElement holder, string name, string relation) =>
        Address(holder, name) is { } address ? new FeedLink { Href = address, Rel = relation } : null;

    private string? Address(JsonElement holder, string name) => FeedAddresses.Resolve(Text(holder, name), documentBase);

    private FeedText? Plain(JsonElement holder, string name, string? language) =>
        Text(holder, name) is { } text ? new FeedText { Value = text.Trim(), Language = language, Base = documentBase } : null;

    private static FeedDate? Date(JsonElement holder, string name, FeedFaultList faults)
    {
        if (Text(holder, name)?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }
        var date = new FeedDate(text, FeedDateReader.Read(text));
        if (date.Moment is null)
        {
            faults.Add(FeedFaultKind.BadDate, text.Length > 60 ? text[..60] : text);
        }
        return date;
    }

    private static IEnumerable<JsonElement> Array(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Take(FeedLimits.Entries + 1)
            : [];

    private static string? Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? Text(value) : null;

    private static double? Number(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    /// <summary>A string, or a number as it is written: feeds have numbers for ids.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair; no text.
            return null;
        }
    }
}
