using System.Text.Json;
using Stemma.Analyzing;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary>
/// Learns the attribution tagger from JSON lines: <c>{"id","text","attributions":[{"source":[[start,end,…]],"cue":…,"content":…}]}</c>, the spans
/// half-open UTF-16 offsets in the text.
/// </summary>
internal static class AttributionTraining
{
    public static int Run(DirectoryInfo folder, FileInfo output, IReadOnlyList<string> sets, string language)
    {
        var registry = OutletRegistry.LoadBuiltIn();
        var analyzer = new ArticleAnalyzer(registry);
        var reader = analyzer.LanguageFor(new ArticleInput { Lang = language, Text = "" }.ToArticle());
        var trainer = new AttributionTrainer(reader.CueFlagsOf);
        var articles = 0;
        foreach (var set in sets)
        {
            var file = Path.Combine(folder.FullName, set + ".jsonl");
            if (!File.Exists(file))
            {
                Console.Error.WriteLine($"Could not train: {file} is missing.");
                return 1;
            }
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                var text = json.RootElement.GetProperty("text").GetString() ?? "";
                var marked = reader.Read(new ArticleInput { Id = set + articles, Lang = language, Text = text }.ToArticle());
                trainer.Add(marked, reader.RuleLabelsOf(marked, registry), [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(Attribution)]);
                articles++;
            }
        }
        Console.Error.WriteLine($"Learning from {articles} articles.");
        using var stream = output.Create();
        trainer.Train().Write(stream);
        return 0;
    }

    private static LabelledAttribution Attribution(JsonElement item) => new(Spans(item, "source"), Spans(item, "cue"), Spans(item, "content"));

    private static List<TextSpan> Spans(JsonElement item, string name) =>
        item.TryGetProperty(name, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))] : [];
}
