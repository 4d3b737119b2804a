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
    int Number, double Weight, ClaimTermKind Kind, int[] Groups, int Family, int Sentences, double Telling, bool IsContent);
