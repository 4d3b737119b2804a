using System.Text.Json;

namespace Stemma.App.Evals;

/// <summary>Reads annotations, in which what is not told may be left out. An event without claims (dev4, test3) counts in no figure of claims.</summary>
internal static class GoldJson
{
    /// <summary>The items of a list; none where it is not there.</summary>
    public static IEnumerable<JsonElement> Each(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>A text; empty where it is not there.</summary>
    public static string Word(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
