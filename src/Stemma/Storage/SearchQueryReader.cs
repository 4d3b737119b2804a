using System.Globalization;

namespace Stemma.Storage;

/// <summary>
/// Reads a query: words that must all stand there, <c>"a phrase"</c>, <c>-not</c>, <c>this OR that</c>, <c>begin*</c>, and the
/// fields <c>title:</c>, <c>outlet:</c>, <c>speaker:</c>, <c>lang:</c>, <c>feed:</c>, <c>folder:</c>, <c>after:</c>, <c>before:</c>
/// (days: 2026-03-04, 2026-03, 2026). What cannot be understood is told, and the rest is searched.
/// </summary>
public static class SearchQueryReader
{
    private const int MostTerms = 32;
    private const int MostSources = 6;

    /// <summary>Reads a query. Linear in its length; anything is taken.</summary>
    public static SearchQuery Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<List<string>> required = [];
        List<string> forbidden = [];
        List<string> words = [];
        List<string> faults = [];
        List<(List<SearchSource> Any, bool IsNot)> sources = [];
        DateTimeOffset? after = null;
        DateTimeOffset? before = null;
        var joins = false;
        var isSource = false;
        foreach (var (field, value, isNot) in Split(text).Take(MostTerms))
        {
            if (field.Length == 0 && value == "OR" && (required.Count > 0 || sources.Count > 0))
            {
                joins = true;
                continue;
            }
            if (joins && (field is "feed" or "folder") != isSource)
            {
                faults.Add("OR joins words with words and feeds with feeds, not one with the other");
                joins = false;
            }
            isSource = field is "feed" or "folder";
            switch (field)
            {
                case "feed" or "folder" when value.Trim().Length == 0:
                    continue;
                case "feed" or "folder" when joins && sources is [.., { IsNot: false } last] && !isNot:
                    last.Any.Add(new SearchSource(field == "folder", value.Trim()));
                    joins = false;
                    continue;
                case "feed" or "folder" when sources.Count == MostSources:
                    faults.Add($"{field}: no more than {MostSources} in one search");
                    continue;
                case "feed" or "folder":
                    sources.Add(([new SearchSource(field == "folder", value.Trim())], isNot));
                    joins = false;
                    continue;
                case "after" or "before" when !TryReadDays(value, out var from, out var to):
                    faults.Add($"{field}: wants a day such as 2026-03-04, not “{value}”");
                    continue;
                case "after":
                    _ = TryReadDays(value, out after, out _);
                    continue;
                case "before":
                    _ = TryReadDays(value, out before, out _);
                    continue;
            }
            if (TermOf(field, value) is not { } term)
            {
                continue;
            }
            if (isNot)
            {
                forbidden.Add(term);
                continue;
            }
            if (field is "" or "title")
            {
                words.Add(value.ToLowerInvariant());
            }
            if (joins && required.Count > 0)
            {
                required[^1].Add(term);
            }
            else
            {
                required.Add([term]);
            }
            joins = false;
        }
        if (required.Count == 0 && (forbidden.Count > 0 || sources.Count > 0) && sources.All(static s => s.IsNot))
        {
            faults.Add("a search needs at least one word that must be there");
        }
        return new SearchQuery
        {
            Text = text,
            Match = required.Count == 0 ? null
                : string.Join(" AND ", required.Select(static alternatives => "(" + string.Join(" OR ", alternatives) + ")"))
                    + (forbidden.Count > 0 ? " NOT (" + string.Join(" OR ", forbidden) + ")" : ""),
            Without = required.Count == 0 && forbidden.Count > 0 ? string.Join(" OR ", forbidden) : null,
            Words = words,
            Sources = [.. sources.Select(static s => new SearchSources(s.Any, s.IsNot))],
            After = after,
            Before = before,
            Faults = faults,
        };
    }

    private static string? TermOf(string field, string value)
    {
        var isPrefix = value.EndsWith('*');
        // A zero ends the index's own language, wherever it stands.
        var bare = value.TrimEnd('*').Replace('\0', ' ');
        if (!bare.Any(char.IsLetterOrDigit))
        {
            return null;
        }
        var quoted = "\"" + bare.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" + (isPrefix ? "*" : "");
        return field switch
        {
            "title" or "outlet" or "speaker" => $"{field} : {quoted}",
            "lang" => $"tag : \"lang{bare.ToLowerInvariant()}\"",
            // The outlet's name and the tags are no words of the article.
            _ => $"{{title text speaker}} : {quoted}",
        };
    }

    private static bool TryReadDays(string value, out DateTimeOffset? from, out DateTimeOffset? to)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        for (var i = 0; i < forms.Length; i++)
        {
            if (DateTimeOffset.TryParseExact(value, forms[i], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
            {
                from = day;
                to = i switch { 0 => day.AddDays(1), 1 => day.AddMonths(1), _ => day.AddYears(1) };
                return true;
            }
        }
        from = to = null;
        return false;
    }

    private static IEnumerable<(string Field, string Value, bool IsNot)> Split(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var isNot = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            i += isNot ? 1 : 0;
            var field = "";
            var colon = i;
            while (colon < text.Length && char.IsAsciiLetter(text[colon]))
            {
                colon++;
            }
            if (colon < text.Length - 1 && text[colon] == ':' && text[i..colon].ToLowerInvariant() is var name
                && name is "title" or "outlet" or "speaker" or "lang" or "feed" or "folder" or "after" or "before")
            {
                field = name;
                i = colon + 1;
            }
            var start = i;
            string value;
            if (text[i] is '"' or '“' or '„')
            {
                var end = text.AsSpan(i + 1).IndexOfAny('"', '”', '“');
                var close = end < 0 ? text.Length : i + 1 + end;
                value = text[(start + 1)..close];
                i = Math.Min(text.Length, close + 1);
                if (i < text.Length && text[i] == '*')
                {
                    value += "*";
                    i++;
                }
            }
            else
            {
                while (i < text.Length && !char.IsWhiteSpace(text[i]))
                {
                    i++;
                }
                value = text[start..i];
            }
            yield return (field, value, isNot);
        }
    }
}
