using System.Text.RegularExpressions;

namespace Stemma.Extraction;

/// <summary>Tells by its words alone what kind of furniture a line is.</summary>
internal static partial class FurnitureKinds
{
    // Phrases inside longer lines are running text far more often than furniture.
    private const int PhraseWords = 45;

    /// <summary>The kind of furniture; null for a line that its words do not betray.</summary>
    /// <param name="text">One block or line, white space folded.</param>
    /// <param name="words">How many words it has.</param>
    public static string? Of(string text, int words)
    {
        if (FurniturePhrases.Default.Find(text, anywhere: words <= PhraseWords) is { } kind
            && (words <= PhraseWords || kind is not ("related" or "caption" or "comments" or "share")))
        {
            return kind;
        }
        if (PleaScore.Default.Of(text, words) >= (words > 25 ? 5 : 3) + (EndsInQuote(text) ? 3 : 0))
        {
            return "promo";
        }
        return null;
    }

    /// <summary>
    /// Whether a line tells who its author is: "Ada Lund is a reporter at the Packet". Running text says such things too,
    /// so the place must confirm it: the end of an article.
    /// </summary>
    public static bool LooksLikeAuthorNote(string text, int words, IReadOnlyList<string> bylines)
    {
        if (words is < 5 or > 70)
        {
            return false;
        }
        return bylines.Any(b => text.StartsWith(b, StringComparison.OrdinalIgnoreCase)) || AuthorNote().IsMatch(text);
    }

    private static bool EndsInQuote(string text) => text[^1] is '"' or '”' or '“' or '»';

    [GeneratedRegex(@"^(\p{Lu}[\p{L}.'’-]+\s){2,4}(is|was|ist|est|es|è|é|covers|writes|reports|reported|has covered|joined|works|contributes|schreibt|berichtet)\s((an?|the|our|eine?|un|une|una|um|uma)\s)?([\p{L}'’-]+\s){0,5}(reporter|correspondent|editor|writer|fellow|columnist|journalist|contributor|producer|author|professor|researcher|analyst|freelancer?|for|from|about|at|redakteur\w*|korrespondent\w*|autor\w*|reportero|periodista|giornalista)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorNote();
}
