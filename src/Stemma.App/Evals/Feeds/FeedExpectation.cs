using System.Text.Json;

namespace Stemma.App.Evals.Feeds;

/// <summary>Decides whether a result is as expected.</summary>
internal static class FeedExpectation
{
    private static readonly object Nothing = new();

    /// <summary>Whether an expectation holds.</summary>
    public static bool Holds(JsonElement expected, object? shape)
    {
        if (expected.ValueKind != JsonValueKind.Object)
        {
            return expected.ValueKind != JsonValueKind.False;
        }
        var only = expected.EnumerateObject().First();
        var value = only.Value;
        return only.Name switch
        {
            "all" => value.EnumerateArray().All(e => Holds(e, shape)),
            "any" => value.EnumerateArray().Any(e => Holds(e, shape)),
            "not" => !Holds(value, shape),
            "truthy" => IsTrue(Find(shape, value)),
            "eq" => IsSame(Find(shape, value[0]), value[1]),
            "ne" => !IsSame(Find(shape, value[0]), value[1]),
            "len" => Find(shape, value[0]) is List<object?> list && list.Count == value[1].GetInt32(),
            "ord" => Text(Find(shape, value[0])) is { Length: 1 } text && text[0] == value[1].GetInt32(),
            "has" => Find(shape, value[0]) is Dictionary<string, object?> holder && holder.ContainsKey(value[1].GetString()!),
            "same" => AllSame(expected, value, shape),
            _ => true,
        };
    }

    private static bool AllSame(JsonElement expected, JsonElement paths, object? shape)
    {
        var values = paths.EnumerateArray().Select(p => Find(shape, p)).ToList();
        return expected.TryGetProperty("value", out var wanted)
            ? values.TrueForAll(v => IsSame(v, wanted))
            : values.TrueForAll(v => v != Nothing && Written(v) == Written(values[0]));
    }

    private static string Written(object? value) => value is List<object?> list ? string.Join(' ', list.Select(Written)) : Text(value) ?? $"{value}";

    private static object? Find(object? shape, JsonElement path)
    {
        foreach (var step in path.EnumerateArray())
        {
            if (step.ValueKind == JsonValueKind.Number)
            {
                var index = step.GetInt32();
                if (shape is not List<object?> list)
                {
                    return Nothing;
                }
                index = index < 0 ? list.Count + index : index;
                if (index < 0 || index >= list.Count)
                {
                    return Nothing;
                }
                shape = list[index];
                continue;
            }
            var name = step.GetString()!;
            var isOptional = name.StartsWith('?');
            if (shape is not Dictionary<string, object?> holder || !holder.TryGetValue(name.TrimStart('?'), out shape))
            {
                return isOptional ? new Dictionary<string, object?>() : Nothing;
            }
        }
        return shape;
    }

    private static bool IsTrue(object? value) => value switch
    {
        null or false or "" or 0.0 => false,
        List<object?> list => list.Count > 0,
        Dictionary<string, object?> holder => holder.Count > 0,
        ShownHtml html => html.Html.Length > 0,
        _ => value != Nothing,
    };

    private static bool IsSame(object? value, JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Null => value is null,
        JsonValueKind.True => value is true or 1.0,
        JsonValueKind.False => value is false or 0.0,
        JsonValueKind.Number => value is double number ? number.Equals(expected.GetDouble()) : value is bool truth && expected.GetDouble() == (truth ? 1 : 0),
        JsonValueKind.String => value is ShownHtml html ? html.Equals(expected.GetString()!)
            : value is string text && (text == expected.GetString() || text.Equals(expected.GetString(), StringComparison.OrdinalIgnoreCase) && IsCharset(text)),
        JsonValueKind.Array => value is List<object?> list && list.Count == expected.GetArrayLength()
            && list.Zip(expected.EnumerateArray()).All(p => IsSame(p.First, p.Second)),
        _ => expected.TryGetProperty("utc", out var utc) ? value is string at && at == utc.GetString()
            : expected.TryGetProperty("seconds", out var seconds) ? IsSame(value, seconds)
            : value is Dictionary<string, object?> holder && expected.EnumerateObject().All(p => holder.TryGetValue(p.Name, out var member) && IsSame(member, p.Value)),
    };

    /// <summary>Names of character sets are the same whatever their case.</summary>
    private static bool IsCharset(string text) => text.Length < 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? Text(object? value) => value is ShownHtml html ? System.Net.WebUtility.HtmlDecode(html.Html) : value as string;
}
