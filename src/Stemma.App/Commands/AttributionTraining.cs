using System.Text.Json;
using Stemma.Analyzing;
using Stemma.App.Evals.Quotes;
using Stemma.App.Json;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary>
/// Learns the attribution tagger from JSON lines:
/// <c>{"id","text","attributions":[{"source":[[start,end,…]],"cue":…,"content":…}]}</c>, the spans
/// half-open UTF-16 offsets in the text.
/// </summary>
internal static class AttributionTraining
{
    /// <summary>Learns from sets of labelled JSON lines and, where a folder of them is given, from articles annotated
    /// for Stemma.</summary>
    public static int Run(DirectoryInfo folder, FileInfo output, IReadOnlyList<string> sets, string language,
        DirectoryInfo? annotated)
    {
        foreach (var set in sets)
        {
            if (!File.Exists(PathOf(folder, set)))
            {
                Console.Error.WriteLine($"Could not train: {PathOf(folder, set)} is missing.");
                return 1;
            }
        }
        var model = Learn(folder, sets, language, annotated is null
            ? [] : Annotated(folder, annotated), out var articles);
        Console.Error.WriteLine($"Learnt from {articles} articles.");
        using var stream = output.Create();
        model.Write(stream);
        return 0;
    }

    /// <summary>Learns from the sets, which must be there, and from annotated articles.</summary>
    public static AttributionModel Learn(DirectoryInfo folder, IReadOnlyList<string> sets, string language,
        IReadOnlyList<AnnotatedArticle> annotated, out int articles)
    {
        var registry = OutletRegistry.LoadBuiltIn();
        var reader = new ArticleAnalyzer(registry).LanguageFor(new ArticleInput { Lang = language,
            Text = "" }.ToArticle());
        var trainer = new AttributionTrainer(reader.CueFlagsOf);
        articles = 0;
        foreach (var line in sets.SelectMany(set => File.ReadLines(PathOf(folder, set))))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString() ?? "";
            var marked = reader.Read(new ArticleInput { Id = articles.ToString(System.Globalization.CultureInfo.InvariantCulture), Lang = language, Text = text }.ToArticle());
            trainer.Add(marked, reader.RuleLabelsOf(marked, registry),
                [.. json.RootElement.GetProperty("attributions").EnumerateArray().Select(Attribution)]);
            articles++;
        }
        foreach (var article in annotated)
        {
            var marked = reader.Read(new ArticleInput { Id = article.Id, Lang = language, Outlet = article.Outlet,
                Text = article.Text }.ToArticle());
            trainer.Add(marked, reader.RuleLabelsOf(marked, registry), article.Attributions);
            articles++;
        }
        return trainer.Train();
    }

    private static IReadOnlyList<AnnotatedArticle> Annotated(DirectoryInfo data, DirectoryInfo annotated) =>
    [
        .. AnnotatedArticleReader.ReadFolder(annotated.FullName),
        .. WikinewsAnnotations.Read(Path.Combine(annotated.FullName, "wikinews.tsv"),
        Path.Combine(data.FullName, "tagging", "gum-wikinews.conllu")),
    ];

    private static string PathOf(DirectoryInfo folder, string set) => Path.Combine(folder.FullName, set + ".jsonl");

    private static LabelledAttribution Attribution(JsonElement item) =>
        new(Spans(item, "source"), Spans(item, "cue"), Spans(item, "content"));

    private static List<TextSpan> Spans(JsonElement item, string name) =>
        item.TryGetProperty(name, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))] : [];
}
