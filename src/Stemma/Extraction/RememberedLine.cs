namespace Stemma.Extraction;

/// <summary>A line as <see cref="HostMemory"/> looks at it.</summary>
/// <param name="Hash">Its <see cref="LineHash"/>.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="IsTopical">Whether it shares a telling word with the headline.</param>
/// <param name="IsCredit">Whether it says who worked on the text: an agency's credit is evidence of where a text came from.</param>
/// <param name="IsPlea">Whether its words betray furniture by themselves.</param>
internal readonly record struct RememberedLine(ulong Hash, int Words, bool IsTopical, bool IsCredit, bool IsPlea)
{
    public static RememberedLine Of(ReadOnlySpan<char> line, TopicWords title)
    {
        var text = line.ToString();
        var words = WordCounter.Count(line);
        var kind = FurnitureKinds.Of(text, words);
        return new RememberedLine(LineHash.Of(line), words, title.AreIn(line), kind == "author-note", kind is not (null or "author-note" or "correction"));
    }
}
