namespace Stemma.Briefing;

/// <summary>A stem of a sentence.</summary>
/// <param name="Number">Its number in the story.</param>
/// <param name="Weight">How telling it is in the story.</param>
/// <param name="Kind">Plain word, name or number.</param>
/// <param name="Groups">Its groups of <see cref="SameWords"/>.</param>
/// <param name="Family">The number of its first letters; -1 for short words, names and numbers.</param>
/// <param name="Sentences">In how many sentences of the story it stands.</param>
/// <param name="Telling">How telling it is in any news text, not only in this story.</param>
/// <param name="IsContent">Whether it stands in what is stated, and not only in who states it to whom.</param>
internal readonly record struct ClaimTerm(
    int Number, double Weight, ClaimTermKind Kind, int[] Groups, int Family, int Sentences, double Telling, bool IsContent)
{
    /// <summary>One bit for each group and one for the family; two terms that are alike share a bit.</summary>
    public ulong Marks { get; } = MarksOf(Groups, Family);

    /// <summary>Whether the two, which are not the same, may tell the same thing: of one group, or of one family.</summary>
    public bool IsLike(in ClaimTerm other) =>
        (Marks & other.Marks) != 0 && ((Family >= 0 && Family == other.Family) || SharesGroup(in other));

    public bool SharesGroup(in ClaimTerm other) => (Marks & other.Marks) != 0 && SameWords.AreAlike(Groups, other.Groups);

    private static ulong MarksOf(int[] groups, int family)
    {
        var marks = family < 0 ? 0 : 1ul << (32 + (family & 31));
        foreach (var group in groups)
        {
            marks |= 1ul << (group & 31);
        }
        return marks;
    }
}
