namespace Stemma.Analyzing;

/// <summary>
/// Finds the noun phrase at a place in a German sentence: the run of article, adjectives and nouns with the genitives
/// and
/// names that follow it. A pronoun stands alone.
/// </summary>
internal sealed class GermanSources(MarkedText text, NamesInText names, GermanLexicon lexicon,
    OutletReferences references)
{
    private static readonly HashSet<string> Genitives = WordLists.Of("des der von vom beim bei aus für im in zur");

    /// <summary>The noun phrase that begins at or, over adverbs, just after a token; null where none does.</summary>
    public SourcePhrase? After(int start, int limit)
    {
        var i = start;
        while (i < limit && (text.Tags[i] is PosTag.Adv or PosTag.Part
            || text.Words[i] is "sich" or "auch" or "jedoch" or "aber" or "dagegen" or "am"
            || lexicon.TimeWords.Contains(text.Words[i])) && i - start < 5)
        {
            i++;
        }
        if (i >= limit)
        {
            return null;
        }
        if (text.Words[i] is "er" or "sie" or "es" or "man" or "ich" or "wir")
        {
            return text.Words[i] is "es" ? null : new SourcePhrase(i, i + 1, null, i, i + 1);
        }
        var last = EndOfPhrase(i, limit);
        if (last == i || lexicon.TimeWords.Contains(text.Words[last - 1]))
        {
            return null;
        }
        var whole = last;
        while (whole + 1 < limit && Genitives.Contains(text.Words[whole]) && EndOfPhrase(whole + 1, limit) is var more
            && more > whole + 1
            && !lexicon.TimeWords.Contains(text.Words[more - 1]))
        {
            whole = more;
        }
        return ToSource(i, last, whole);
    }

    /// <summary>The noun phrase that ends just before a token.</summary>
    public SourcePhrase? Before(int end, int floor)
    {
        var i = end;
        while (i - 1 >= floor && IsPart(i - 1))
        {
            i--;
        }
        return i < end ? ToSource(i, end, end) : text.Word(end - 1) is "er" or "sie"
            && end - 1 >= floor ? new SourcePhrase(end - 1, end, null, end - 1, end) : null;
    }

    public int EndOfPhrase(int i, int limit)
    {
        var last = i;
        while (last < limit && IsPart(last)
            && (last == i || text.Tags[last] != PosTag.Det || text.Tags[last - 1] == PosTag.Det))
        {
            last++;
        }
        // an article alone names nobody
        return last - i == 1 && text.Tags[i] == PosTag.Det
            && text.Words[i] is "der" or "die" or "das" or "den" or "dem" ? i : last;
    }

    private SourcePhrase ToSource(int first, int last, int whole)
    {
        for (var i = last - 1; i >= first; i--)
        {
            if (names.At(i) is { Kind: Model.MentionKind.Person } name)
            {
                return new SourcePhrase(name.First, name.Last, name, first, whole);
            }
        }
        return new SourcePhrase(first, last, null, first, whole);
    }

    private bool IsPart(int i) =>
        (text.StretchOf[i] < 0 || references.At(i) is not null)
            && (text.Tags[i] is PosTag.Det or PosTag.Adj or PosTag.Noun or PosTag.Propn or PosTag.Num or PosTag.X
            || names.At(i) is not null || references.At(i) is not null);
}
