using System.Text.Json;

namespace Stemma.Tests.Samples;

/// <summary>A sample event with what it must show: <c>samples/EVENT/expected.json</c>.</summary>
internal sealed record ExpectedEvent(string Name, string Folder, JsonElement Json)
{
    public static IEnumerable<string> Names() =>
        Directory.GetDirectories(Repository.Samples)
            .Where(d => File.Exists(Path.Combine(d, "expected.json")))
            .Select(d => Path.GetFileName(d))
            .Order(StringComparer.Ordinal);

    public static ExpectedEvent Load(string name)
    {
        var folder = Path.Combine(Repository.Samples, name);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "expected.json")));
        return new ExpectedEvent(name, folder, document.RootElement.Clone());
    }

    public IEnumerable<JsonElement> Articles => List(Json, "articles");

    public IEnumerable<JsonElement> Stories => List(Json, "stories");

    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    public static string? Word(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>Words as they are compared: white space folded, quotation marks straight.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('’', '\'').Replace('‘', '\'');
}
