using System.Text.RegularExpressions;

namespace Stemma.Extraction;

/// <summary>Reads the place, and the agency, that a first paragraph opens with: <c>PORT ELLERY (Halyard) —</c>.</summary>
internal static partial class DatelineReader
{
    /// <summary>Place and agency as written; null for what the paragraph does not open with.</summary>
    public static (string? Place, string? Agency) Read(string paragraph)
    {
        var start = paragraph.Length > 120 ? paragraph[..120] : paragraph;
        var match = Capitals().Match(start);
        if (!match.Success)
        {
            match = Bracketed().Match(start);
        }
        if (!match.Success)
        {
            return (null, null);
        }
        var place = match.Groups["p"].Value.Trim(' ', ',');
        var agency = match.Groups["a"].Value.Trim();
        return (place.Length == 0 ? null : place, agency.Length == 0 ? null : agency);
    }

    /// <summary>Whether a line is a place in capitals and nothing else: <c>ISTANBUL</c>.</summary>
    public static bool IsPlaceLine(string line) =>
        line.Length is >= 3 and <= 40 && PlaceLine().IsMatch(line);

    // PORT ELLERY, Ostmere (Halyard) — …: capitals, then perhaps a region, a date, an agency, then a dash.
    [GeneratedRegex(@"^(?<p>\p{Lu}[\p{Lu}.'’-]+([ /-]\p{Lu}[\p{Lu}.'’-]*){0,4}(,\s\p{Lu}[\p{L}.]+(\s\p{Lu}[\p{L}.]+)?)?)(,?\s(\p{L}{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,9}))?\s?,?\s?(\((?<a>[^()]{2,40})\))?\s?([—–]|--?\s|:\s)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Capitals();

    // Berlin (dpa) - …
    [GeneratedRegex(@"^(?<p>\p{Lu}[\p{L}.'’-]+([ /-]\p{L}[\p{L}.'’-]+){0,3}(,\s\p{Lu}[\p{L}. ]{1,20})?)?\s?(,\s[\p{L}\d. ]{3,16})?\((?<a>[^()]{2,40})\)\s?[—–-]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\p{Lu}{3,}([ ,/-]{1,2}\p{Lu}[\p{L}.]+){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceLine();
}
