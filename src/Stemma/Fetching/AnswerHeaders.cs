using System.Globalization;

namespace Stemma.Fetching;

/// <summary>Reads what an answer's headers say, leniently: what is malformed is as good as absent.</summary>
internal static class AnswerHeaders
{
    // A validator longer than this is not one; it would be sent with every request.
    private const int MaxValidatorChars = 1024;
    private const int MaxLinks = 32;

    /// <summary>Number of header lines.</summary>
    public static int Count(HttpResponseMessage response)
    {
        var count = 0;
        foreach (var header in response.Headers.NonValidated)
        {
            count += header.Value.Count;
        }
        foreach (var header in response.Content.Headers.NonValidated)
        {
            count += header.Value.Count;
        }
        return count;
    }

    /// <summary>A header's value as it came, the first where there are several; null for none or an empty one.</summary>
    public static string? First(HttpResponseMessage response, string name)
    {
        if ((response.Headers.NonValidated.TryGetValues(name, out var values)
            || response.Content.Headers.NonValidated.TryGetValues(name, out values)) && values.Count > 0)
        {
            foreach (var value in values)
            {
                return value.Trim() is { Length: > 0 } text ? text : null;
            }
        }
        return null;
    }

    /// <summary>A value that may be sent back as it came; null where it may not.</summary>
    public static string? Validator(string? value) =>
        value is { Length: > 0 and <= MaxValidatorChars } && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') ? value : null;

    /// <summary>Media type, lower case and without parameters, and charset of a Content-Type, either null where not told.</summary>
    public static (string? MediaType, string? Charset) ContentType(string? value)
    {
        if (value is null)
        {
            return (null, null);
        }
        var parts = value.Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1)
            .Where(p => p.StartsWith("charset", StringComparison.OrdinalIgnoreCase))
            .Select(p => p["charset".Length..].TrimStart())
            .FirstOrDefault(p => p.StartsWith('='))?[1..].Trim('"', '\'', ' ');
        var type = parts[0].ToLowerInvariant();
        return (type.Length is > 0 and < 128 ? type : null, charset is { Length: > 0 and < 64 } ? charset : null);
    }

    /// <summary>The content codings in the order in which they were applied.</summary>
    public static List<string> Codings(HttpResponseMessage response)
    {
        List<string> codings = [];
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            foreach (var value in values)
            {
                codings.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            }
        }
        return codings;
    }

    /// <summary>How long the answer is fresh: max-age less Age, else Expires less Date (RFC 9111, 4.2.1); null where nobody said.</summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.NonValidated.TryGetValues("Cache-Control", out var values))
        {
            TimeSpan? age = null;
            foreach (var directive in values.SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries)))
            {
                if (directive.StartsWith("no-cache", StringComparison.OrdinalIgnoreCase)
                    || directive.Equals("no-store", StringComparison.OrdinalIgnoreCase))
                {
                    return TimeSpan.Zero;
                }
                if (directive.StartsWith("max-age", StringComparison.OrdinalIgnoreCase)
                    && directive.AsSpan("max-age".Length).TrimStart() is ['=', .. var number]
                    && Seconds(number.Trim("\" ")) is { } seconds)
                {
                    age ??= seconds;
                }
            }
            if (age is { } limit)
            {
                var rest = limit - (Seconds(First(response, "Age")) ?? TimeSpan.Zero);
                return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
            }
        }
        if (First(response, "Expires") is null)
        {
            return null;
        }
        var fresh = HttpDate.Parse(First(response, "Expires")) is { } expires
            ? expires - (HttpDate.Parse(First(response, "Date")) ?? now)
            : TimeSpan.Zero;
        return fresh > TimeSpan.Zero ? fresh : TimeSpan.Zero;
    }

    /// <summary>When Retry-After asks to come back, never before now; null where it says nothing readable.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseMessage response, DateTimeOffset now)
    {
        var told = First(response, "Retry-After");
        var at = Seconds(told) is { } seconds ? now + seconds : HttpDate.Parse(told);
        return at < now ? now : at;
    }

    /// <summary>The links of the Link headers that lead to http(s), one for each relation they state.</summary>
    public static List<WebLink> Links(HttpResponseMessage response, Uri baseUrl)
    {
        List<WebLink> links = [];
        if (response.Headers.NonValidated.TryGetValues("Link", out var values))
        {
            foreach (var value in values)
            {
                LinkHeader.Read(value, baseUrl, links, MaxLinks);
            }
        }
        return links;
    }

    // Up to ten years, so that no sum overflows.
    private static TimeSpan? Seconds(ReadOnlySpan<char> text) =>
        text.Length is > 0 and < 20 && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 315_360_000UL))
            : null;
}
