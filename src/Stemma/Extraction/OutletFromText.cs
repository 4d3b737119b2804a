using System.Text.RegularExpressions;

namespace Stemma.Extraction;

/// <summary>Finds the outlet of a text that carries no site name, from what the text says of itself.</summary>
internal static partial class OutletFromText
{
    /// <summary>
    /// From the page around the article: a copyright line, a plea for "Help keep The Packet independent", a note "Ada Lund
    /// is a reporter at the Packet". Null where nothing of the kind is there.
    /// </summary>
    public static string? FromPage(
        IReadOnlyList<TextLine> lines, int bodyStart, int bodyEnd, IReadOnlyList<string> bylines, OutletNames names)
    {
        Dictionary<string, int> votes = new(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i >= bodyStart && i < bodyEnd)
            {
                continue;
            }
            var text = lines[i].Text;
            var isNote = FurnitureKinds.LooksLikeAuthorNote(text, lines[i].Words, bylines);
            foreach (var pattern in (Regex?[])[Copyright(), Plea(), isNote ? Employer() : null])
            {
                if (pattern?.Match(text) is { Success: true } match)
                {
                    var name = match.Groups["o"].Value.Trim(' ', '.', ',');
                    name = names.Known(name)?.Name ?? name;
                    votes[name] = votes.GetValueOrDefault(name) + 1;
                }
            }
        }
        return votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Key).FirstOrDefault();
    }

    /// <summary>
    /// The outlet that the text names as the one that asked: "told the Packet" counts for whoever tells it, so only an
    /// outlet that is told things and also "reached out" itself, or one of a newspaper's name that is told things three times, is taken for the speaker.
    /// </summary>
    public static string? FromSelfReference(IReadOnlyList<string> paragraphs, OutletNames names)
    {
        Dictionary<string, int> told = new(StringComparer.Ordinal);
        HashSet<string> asked = new(StringComparer.Ordinal);
        foreach (var paragraph in paragraphs.Where(p => p.Length < 4000))
        {
            foreach (Match match in Told().Matches(paragraph))
            {
                var name = Name(match);
                told[name] = told.GetValueOrDefault(name) + 1;
            }
            foreach (Match match in Asked().Matches(paragraph))
            {
                asked.Add(Name(match));
            }
        }
        return told
            .Where(t => asked.Contains(t.Key)
                || (t.Value >= 3 && (names.Known(t.Key) is not null || OutletNames.LooksLikeName(t.Key))))
            .OrderByDescending(t => (asked.Contains(t.Key) ? 10 : 0) + t.Value)
            .ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => names.Known(t.Key)?.Name ?? t.Key)
            .FirstOrDefault();
    }

    private static string Name(Match match) => match.Groups["o"].Value;

    [GeneratedRegex(@"^(©|\(c\)|Copyright)\s?(©\s?)?((19|20)\d\d(\s?[-–]\s?(19|20)\d\d)?,?\s)?(by\s)?(?<o>\p{Lu}[\p{L}&'’.-]*(\s\p{Lu}[\p{L}&'’.-]*){0,4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"(\b(Help keep|Help|Support|help keep|support)\s(?<o>(The\s)?\p{Lu}[\p{L}'’-]+(\s\p{Lu}[\p{L}'’-]+){0,3})\s(independent|free|alive|going|stay|catalyze|continue|keep|today|with|by|publish|produce|report))|(^(?<o>(The\s)?\p{Lu}[\p{L}'’-]+(\s\p{Lu}[\p{L}'’-]+){0,3})\s(produces|relies on|depends on|is funded by|is reader|is supported by|is independent|is free to read)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Plea();

    [GeneratedRegex(@"\b(at|for|with)\s(?<o>([Tt]he\s)?\p{Lu}[\p{L}&'’-]+(\s\p{Lu}[\p{L}&'’-]+){0,3})", RegexOptions.ExplicitCapture)]
    private static partial Regex Employer();

    [GeneratedRegex(@"\b(told|tells|telling|comment to|statement to|interview with|email to|emailed to|spoke to|spoke with)\s(?<o>([Tt]he\s)?\p{Lu}[\p{L}&'’-]+(\s\p{Lu}[\p{L}&-]+){0,3})", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex(@"(?<o>([Tt]he\s)?\b\p{Lu}[\p{L}&-]+(\s\p{Lu}[\p{L}&-]+){0,3})\s(has\s|have\s|also\s|had\s)?(reached out|contacted|approached|asked for comment|has asked)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();
}
