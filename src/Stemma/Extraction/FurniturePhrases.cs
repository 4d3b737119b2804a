namespace Stemma.Extraction;

/// <summary>
/// Phrases by which the furniture of a page gives itself away: "sign up to read", "Lesen Sie auch". They stand in
/// furniture-phrases.tsv with the kind they show and where in the line they must stand.
/// </summary>
internal sealed class FurniturePhrases
{
    private static readonly Lazy<FurniturePhrases> Shared = new(Load);

    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    private FurniturePhrases(Dictionary<string, List<Phrase>> byFirstWord) =>
        _byFirstWord = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Place
    {
        /// <summary>Anywhere in the line, at the start of a word.</summary>
        Has,

        /// <summary>The line begins with it.</summary>
        Start,

        /// <summary>The line is it, but for closing signs.</summary>
        Whole,
    }

    /// <summary>The phrases that ship with Stemma; read once, when first asked for.</summary>
    public static FurniturePhrases Default => Shared.Value;

    /// <summary>
    /// The kind of furniture that the first telling phrase of a line shows; null if it holds none. Linear in the line,
    /// of which it reads the first 600 characters.
    /// </summary>
    /// <param name="line">One block of text, white space folded.</param>
    /// <param name="anywhere">Whether phrases inside the line count, not only those it begins with.</param>
    public string? Find(string line, bool anywhere)
    {
        Span<char> buffer = stackalloc char[600];
        var text = Normalize(line, buffer);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '-' or '©'))
            {
                end++;
            }
            if (end > at && _byFirstWord.TryGetValue(text[at..end], out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (Matches(phrase, text, at, anywhere))
                    {
                        return phrase.Kind;
                    }
                }
            }
            if (!anywhere && end > at)
            {
                return null;
            }
            at = Math.Max(end, at + 1);
        }
        return null;
    }

    private static bool Matches(Phrase phrase, ReadOnlySpan<char> text, int at, bool anywhere)
    {
        if (!text[at..].StartsWith(phrase.Text, StringComparison.Ordinal))
        {
            return false;
        }
        var rest = text[(at + phrase.Text.Length)..];
        var isWordEnd = rest.Length == 0 || !char.IsLetterOrDigit(rest[0]) || !char.IsLetterOrDigit(phrase.Text[^1]);
        var isLineStart = !text[..at].ContainsAnyInRange('a', 'z');
        return isWordEnd && phrase.Place switch
        {
            Place.Has => anywhere || isLineStart,
            Place.Start => isLineStart,
            _ => isLineStart && rest.TrimStart(" :.»›>…|-–—!").Length == 0,
        };
    }

    private static ReadOnlySpan<char> Normalize(string line, Span<char> buffer)
    {
        var length = Math.Min(line.Length, buffer.Length);
        for (var i = 0; i < length; i++)
        {
            buffer[i] = line[i] is '’' or '‘' ? '\'' : char.ToLowerInvariant(line[i]);
        }
        return buffer[..length];
    }

    private static FurniturePhrases Load()
    {
        Dictionary<string, List<Phrase>> byFirstWord = new(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Extraction/furniture-phrases.tsv"))
        {
            var text = row[2].Trim();
            var end = 0;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '-' or '©'))
            {
                end++;
            }
            // A phrase that opens with a sign is found by its first word; the sign may stand in the line or not.
            text = end == 0 ? text.TrimStart('(', '-', ' ') : text;
            end = end == 0 ? Math.Max(1, text.AsSpan().IndexOfAnyExceptInRange('a', 'z')) : end;
            var first = text[..Math.Min(end, text.Length)];
            if (!byFirstWord.TryGetValue(first, out var phrases))
            {
                byFirstWord[first] = phrases = [];
            }
            phrases.Add(new Phrase(row[0], Enum.Parse<Place>(row[1], ignoreCase: true), text));
        }
        return new FurniturePhrases(byFirstWord);
    }

    private sealed record Phrase(string Kind, Place Place, string Text);
}
