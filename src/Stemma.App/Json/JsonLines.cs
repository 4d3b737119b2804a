using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Stemma.App.Json;

/// <summary>Reads and writes one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>
    /// The objects of the lines. A line that is not such an object is reported with its number and left out; empty lines
    /// are passed over.
    /// </summary>
    public static IEnumerable<T> Read<T>(TextReader reader, JsonTypeInfo<T> type, Action<string> report)
        where T : class
    {
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            T? value = null;
            try
            {
                value = JsonSerializer.Deserialize(line, type);
            }
            catch (JsonException e)
            {
                report($"line {number}: is not a JSON object of the expected shape; left out ({e.Message})");
            }
            if (value is not null)
            {
                yield return value;
            }
        }
    }

    /// <summary>Writes one object and a line feed.</summary>
    public static void Write<T>(TextWriter writer, T value, JsonTypeInfo<T> type)
    {
        writer.Write(JsonSerializer.Serialize(value, type));
        writer.Write('\n');
    }
}
