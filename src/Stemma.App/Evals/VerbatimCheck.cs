using System.Text.Json;
using Stemma.App.Json;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>Whether all that a brief shows as an account's words stands in that account, letter for letter.</summary>
internal sealed class VerbatimCheck
{
    /// <summary>Passages that were compared.</summary>
    public int Passages { get; private set; }

    /// <summary>Those that do not stand where they are said to stand.</summary>
    public List<string> Amiss { get; } = [];

    /// <summary>Compares every passage of the brief's JSON, which all views are made of, with its article.</summary>
    public void Add(StoryBrief brief)
    {
        var texts = brief.Story.Accounts.SelectMany(a => a.EarlierVersions.Append(a.Article))
            .DistinctBy(a => a.Id).ToDictionary(a => a.Id.ToString(), a => a.Text, StringComparer.Ordinal);
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(BriefJson.From(brief), StemmaJson.Readable.BriefJson));
        var titles = brief.Story.Accounts.Select(a => a.Article.Title);
        if (!titles.Contains(json.RootElement.GetProperty("headline").GetString(), StringComparer.Ordinal))
        {
            Amiss.Add("headline");
        }
        Walk(json.RootElement, texts, null);
    }

    private void Walk(JsonElement element, Dictionary<string, string> texts, string? article)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, texts, article);
            }
        }
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return;
        }
        foreach (var name in new[] { "article", "account" })
        {
            article = element.TryGetProperty(name, out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : article;
        }
        if (element.TryGetProperty("start", out var start) && element.TryGetProperty("end", out var end)
            && element.TryGetProperty("text", out var text))
        {
            Compare(article is null ? null : texts.GetValueOrDefault(article), start.GetInt32(), end.GetInt32(), text.GetString()!);
        }
        foreach (var property in element.EnumerateObject())
        {
            Walk(property.Value, texts, article);
        }
    }

    private void Compare(string? from, int start, int end, string text)
    {
        Passages++;
        if (from is null || start < 0 || end > from.Length || start >= end || from[start..end] != text)
        {
            Amiss.Add(text);
        }
    }
}
