namespace Stemma.Text;

/// <summary>Lower case without accents, one letter for one letter.</summary>
internal static class LetterFolding
{
    // Base letters of U+00C0 to U+017F; '\0' keeps the lower-case letter as it is.
    private const string Base =
        "aaaaaaaceeeeiiiidnooooo\0ouuuuy\0saaaaaaaceeeeiiiidnooooo\0ouuuuy\0y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll" +
        "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The letter in lower case and, if Latin, without its accent.</summary>
    public static char Fold(char c)
    {
        if (c < 'À')
        {
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        }
        if (c - 'À' < Base.Length && Base[c - 'À'] is var plain && plain != '\0')
        {
            return plain;
        }
        return char.ToLowerInvariant(c);
    }
}
