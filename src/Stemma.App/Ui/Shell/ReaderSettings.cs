using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.App.Ui.Shell;

/// <summary>How one reader wants the pages.</summary>
public sealed partial record ReaderSettings
{
    /// <summary>Language of the interface; null: as the browser asks.</summary>
    public string? Language { get; init; }

    /// <summary><c>light</c>, <c>dark</c>, or null: as the system has it.</summary>
    public string? Theme { get; init; }

    /// <summary>Whether pictures are shown by themselves; else each is a click away.</summary>
    public bool HasPictures { get; init; }

    /// <summary>Reads what the store keeps; anything that cannot be understood gives the default.</summary>
    public static ReaderSettings Read(string json)
    {
        if (json is "{}" or "")
        {
            return new ReaderSettings();
        }
        try
        {
            return JsonSerializer.Deserialize(json, Json.Default.ReaderSettings) ?? new ReaderSettings();
        }
        catch (JsonException)
        {
            return new ReaderSettings();
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Json.Default.ReaderSettings);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(ReaderSettings))]
    private sealed partial class Json : JsonSerializerContext;
}
