using System.Buffers;
using System.Text.RegularExpressions;

namespace Stemma.Extraction;

/// <summary>Recognises captions of pictures by the credit at their end.</summary>
internal static partial class CaptionShape
{
    private const int MaxWords = 80;

    private static readonly SearchValues<string> Signs =
        SearchValues.Create([")", "]", "|", "/", ":", "©", "by ", "By "], StringComparison.Ordinal);

    /// <summary>Cuts a caption from its credit.</summary>
    /// <param name="line">One line.</param>
    /// <returns>Null if the line is no caption; the caption may be empty where the line is a credit only.</returns>
    public static (string Caption, string Credit)? Read(string line)
    {
        // Most lines lack the sign that a form needs, and looking for the sign costs a fiftieth of matching.
        var text = line.AsSpan();
        if (text.Length > 900 || !text.ContainsAny(Signs) || WordCounter.Count(text) > MaxWords)
        {
            return null;
        }
        var end = text.TrimEnd('.');
        return (end.Length > 0 && end[^1] is ')' or ']' ? Match(BracketCredit(), line) : null)
            ?? (text.Contains('|') ? Match(BarCredit(), line) : null)
            ?? (text.Contains('/') ? Match(SlashCredit(), line) : null)
            ?? (text.ContainsAny(':', '©') || text.Contains("by ", StringComparison.OrdinalIgnoreCase) ? Match(LeadCredit(), line) : null);
    }

    private static (string Caption, string Credit)? Match(Regex pattern, string line)
    {
        var match = pattern.Match(line);
        return match.Success ? (line[..match.Index].TrimEnd(' ', '|', '-', '–', '—'), match.Groups["c"].Value.Trim()) : null;
    }

    // (Ada Lund for The Packet via Getty Images), [Ada Lund/AP Photo], (Photo by Ada Lund)
    [GeneratedRegex(@"[(\[](?<c>[^()\[\]]{0,90}(\p{L}\s?/\s?\p{Lu}|\bphotos?\b|\bimages?\b|\bfoto\b|\bbild\b|\bfile\b|\bcourtesy\b|\bpicture\b|\bvia\b|\bhandout\b|\bscreengrab\b)[^()\[\]]{0,60})[)\]]\.?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BracketCredit();

    // … in Maryland on Aug. 1. | Ada Lund / The Packet
    [GeneratedRegex(@"(?<=[\p{L}.”""])\s\|\s(?<c>\p{Lu}[\p{L}.'’-]*([ /-]{1,3}[\p{L}.'’&-]+){0,8})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex BarCredit();

    // … in Washington. Ada Lund/Getty Images
    [GeneratedRegex(@"(?<=[.”""!?)]\s)(?<c>(\p{Lu}[\p{L}.'’-]*\s){0,4}\p{Lu}[\p{L}.'’-]*\s?/\s?\p{Lu}[\p{L}.'’-]*(\s[\p{L}'’-]+){0,4})\.?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SlashCredit();

    // Photo: Ada Lund / Packet
    [GeneratedRegex(@"(^|(?<=[.”""]\s))(?<c>(photos?|pictures?|images?|photographs?|foto|fotos|bild|bilder|crédit photo|credit|credits|fotografía)(\s?(credit|by|courtesy))?\s?(:|©|\bby\b)\s?.{2,80})$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadCredit();
}
