using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stemma.App.Commands;

namespace Stemma.App.Json;

/// <summary>How Stemma reads and writes JSON lines: snake_case, UTF-8, one object a line, nothing escaped needlessly.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ArticleInput))]
[JsonSerializable(typeof(ExtractInput))]
[JsonSerializable(typeof(ExtractOutput))]
[JsonSerializable(typeof(ExtractedNothing))]
[JsonSerializable(typeof(FeedOutput))]
[JsonSerializable(typeof(LabelledArticle))]
[JsonSerializable(typeof(ClusterOutput))]
[JsonSerializable(typeof(ReuseOutput))]
[JsonSerializable(typeof(FoundArticleJson))]
[JsonSerializable(typeof(ExportedArticle))]
[JsonSerializable(typeof(BriefJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(LastBrief))]
[JsonSerializable(typeof(AnalysisOutput))]
[JsonSerializable(typeof(AlertJson))]
[JsonSerializable(typeof(PushJson))]
[JsonSerializable(typeof(Ui.Offline.OfflineListJson))]
[JsonSerializable(typeof(Serving.Problem))]
[JsonSerializable(typeof(Api.StoryListJson))]
[JsonSerializable(typeof(Api.ArticleListJson))]
[JsonSerializable(typeof(Api.ArticleJson))]
[JsonSerializable(typeof(Api.SearchJson))]
[JsonSerializable(typeof(Api.FeedListJson))]
internal sealed partial class StemmaJson : JsonSerializerContext
{
    /// <summary>The context to use: the same options, with an encoder that leaves quotation marks and letters readable.</summary>
    public static StemmaJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
