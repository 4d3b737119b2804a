namespace Stemma.Extraction;

/// <summary>Whether a text ends as a sentence does, in any script.</summary>
internal static class SentenceEnds
{
    private const string Closers = "\"'”’»)]›“";
    private const string Marks = ".!?…。！？।؟۔";

    /// <summary>A full stop, question or exclamation mark at the end, before any closing quotes or brackets.</summary>
    public static bool At(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && (Closers.Contains(text[end - 1]) || text[end - 1] == ' '))
        {
            end--;
        }
        return end > 0 && Marks.Contains(text[end - 1]);
    }
}
