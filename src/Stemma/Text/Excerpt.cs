namespace Stemma.Text;

/// <summary>Cuts a text for a line that has no room for all of it.</summary>
public static class Excerpt
{
    /// <summary>
    /// The text, or its beginning up to a word border with <c>…</c> after it, at most <paramref name="length"/> characters.
    /// What stands before the mark is verbatim.
    /// </summary>
    public static string Start(string text, int length)
    {
        if (text.Length <= length || length < 2)
        {
            return text;
        }
        var cut = text.LastIndexOf(' ', length - 1);
        if (cut < 0)
        {
            // One long word, or a language without spaces: cut where it must be, never inside a surrogate pair.
            cut = length - 1 - (char.IsHighSurrogate(text[length - 2]) ? 1 : 0);
        }
        return text[..cut].TrimEnd(' ') + "…";
    }

    /// <summary>The end of a text from a word border on, with <c>…</c> before it, at most <paramref name="length"/> characters.</summary>
    public static string End(string text, int length)
    {
        if (text.Length <= length || length < 2)
        {
            return text;
        }
        var from = text.Length - length + 1;
        var space = text.IndexOf(' ', from - 1);
        from = space >= 0 ? space + 1 : from + (char.IsLowSurrogate(text[from]) ? 1 : 0);
        return "…" + text[from..].TrimStart(' ');
    }
}
