using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Articles, analyses and briefs as they are kept: short JSON, packed. Unknown members are passed over.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SpanConverter), typeof(ArticleIdConverter), typeof(StoryIdConverter), typeof(EvidenceConverter)])]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Analysis))]
[JsonSerializable(typeof(StoryBrief))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(AlertNews))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static byte[] Pack<T>(T value, JsonTypeInfo<T> type) => Packing.Pack(JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static T Unpack<T>(byte[] packed, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Packing.Unpack(packed), type)!;

    /// <summary>A span as <c>[start, end]</c>: most of an analysis is spans.</summary>
    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return new TextSpan(start, end);
        }

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }

    /// <summary>Evidence as <c>[article, start, end]</c>.</summary>
    private sealed class EvidenceConverter : JsonConverter<Evidence>
    {
        public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var article = reader.GetInt64();
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return new Evidence(new ArticleId(article), new TextSpan(start, end));
        }

        public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Article.Value);
            writer.WriteNumberValue(value.Span.Start);
            writer.WriteNumberValue(value.Span.End);
            writer.WriteEndArray();
        }
    }

    private sealed class ArticleIdConverter : JsonConverter<ArticleId>
    {
        public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    private sealed class StoryIdConverter : JsonConverter<StoryId>
    {
        public override StoryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, StoryId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }
}
