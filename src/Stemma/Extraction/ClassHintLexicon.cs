namespace Stemma.Extraction;

/// <summary>Reads <see cref="ClassHints"/> off class and id names.</summary>
internal sealed class ClassHintLexicon
{
    private static readonly Lazy<ClassHintLexicon> Shared = new(Load);

    private readonly Dictionary<string, ClassHints>.AlternateLookup<ReadOnlySpan<char>> _hints;

    private ClassHintLexicon(Dictionary<string, ClassHints> hints) =>
        _hints = hints.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lexicon that ships with Stemma; read once, when first asked for.</summary>
    public static ClassHintLexicon Default => Shared.Value;

    /// <summary>
    /// The hints of a class or id attribute: its names are cut at everything that is not a letter and where a capital
    /// follows a small letter, so that <c>relatedLinks</c> and <c>related-links</c> tell the same.
    /// </summary>
    public ClassHints Find(ReadOnlySpan<char> names)
    {
        var hints = ClassHints.None;
        Span<char> word = stackalloc char[24];
        var length = 0;
        var before = ' ';
        // The 300th character is far beyond any real list of names; hostile ones may be megabytes.
        foreach (var c in names.Length > 300 ? names[..300] : names)
        {
            if (!char.IsAsciiLetter(c) || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before)))
            {
                hints |= Lookup(word[..length]);
                length = 0;
            }
            if (char.IsAsciiLetter(c) && length < word.Length)
            {
                word[length++] = (char)(c | 0x20);
            }
            before = c;
        }
        return hints | Lookup(word[..length]);
    }

    private ClassHints Lookup(ReadOnlySpan<char> word) =>
        word.Length > 1 && _hints.TryGetValue(word, out var hints) ? hints : ClassHints.None;

    private static ClassHintLexicon Load()
    {
        Dictionary<string, ClassHints> hints = new(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Extraction/class-words.tsv"))
        {
            var hint = Enum.Parse<ClassHints>(row[0], ignoreCase: true);
            foreach (var word in row[1].Split(' '))
            {
                hints[word] = hints.GetValueOrDefault(word) | hint;
            }
        }
        return new ClassHintLexicon(hints);
    }
}
