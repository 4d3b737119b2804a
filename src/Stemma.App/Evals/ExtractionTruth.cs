using System.Text.Json;

namespace Stemma.App.Evals;

/// <summary>One labelled page: what its article really is.</summary>
internal sealed record ExtractionTruth
{
    public required string Id { get; init; }

    public Uri? Url { get; init; }

    public required string File { get; init; }

    /// <summary>The whole body; null where the set has only snippets, or where its truth cannot be right.</summary>
    public string? Text { get; init; }

    public string? Title { get; init; }

    /// <summary>The day, <c>yyyy-MM-dd</c>; null where unknown.</summary>
    public string? Date { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> With { get; init; } = [];

    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The pages of a set, in its order; empty if the folder has no such set.</summary>
    public static List<ExtractionTruth> ReadSet(DirectoryInfo data, string set)
    {
        List<ExtractionTruth> pages = [];
        var index = Path.Combine(data.FullName, set, "index.jsonl");
        if (!System.IO.File.Exists(index))
        {
            return pages;
        }
        var (badText, badDate) = Quarantine(data, set);
        foreach (var line in System.IO.File.ReadLines(index).Where(l => l.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var id = row.GetProperty("id").GetString()!;
            var file = Path.Combine(data.FullName, set, "html", (StringOf(row, "file") is { } name ? Path.ChangeExtension(name, null) : id) + ".html");
            if (!System.IO.File.Exists(file))
            {
                file = Path.Combine(data.FullName, set, "html", id + ".html");
            }
            pages.Add(new ExtractionTruth
            {
                Id = id,
                Url = Uri.TryCreate(StringOf(row, "url"), UriKind.Absolute, out var url) ? url : null,
                File = file,
                Text = badText.Contains(id) ? null : StringOf(row, "text"),
                Title = StringOf(row, "title"),
                Date = badDate.Contains(id) ? null : StringOf(row, "date"),
                Authors = StringsOf(row, "authors"),
                With = StringsOf(row, "with"),
                Without = StringsOf(row, "without"),
            });
        }
        return pages;
    }

    private static (HashSet<string> Text, HashSet<string> Date) Quarantine(DirectoryInfo data, string set)
    {
        var path = Path.Combine(data.FullName, $"quarantine_{set}.json");
        if (!System.IO.File.Exists(path))
        {
            return ([], []);
        }
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        var text = document.RootElement.GetProperty("text").EnumerateObject().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var date = document.RootElement.GetProperty("date").EnumerateArray()
            .Select(e => e.ValueKind == JsonValueKind.Array ? e[0].GetString()! : e.GetString()!).ToHashSet(StringComparer.Ordinal);
        return (text, date);
    }

    private static string? StringOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> StringsOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)] : [];
}
