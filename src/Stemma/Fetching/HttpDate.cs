using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads the dates of HTTP headers (RFC 9110, 5.6.7), a wrong day of the week passed over.</summary>
internal static class HttpDate
{
    private static readonly string[] Formats =
    [
        "d MMM yyyy HH:mm:ss", "d-MMM-yyyy HH:mm:ss", "d-MMM-yy HH:mm:ss", "MMM d HH:mm:ss yyyy", "MMM  d HH:mm:ss yyyy",
    ];

    /// <summary>The moment; null where it is none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null or { Length: > 64 })
        {
            return null;
        }
        var rest = text.AsSpan().Trim();
        var start = rest.IndexOfAny(", ");
        if (start > 0 && char.IsAsciiLetter(rest[0]))
        {
            rest = rest[(start + 1)..].TrimStart();
        }
        foreach (var zone in (ReadOnlySpan<string>)["GMT", "UTC", "+0000"])
        {
            if (rest.EndsWith(zone, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[..^zone.Length].TrimEnd();
                break;
            }
        }
        return DateTimeOffset.TryParseExact(
            rest, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
    }
}
