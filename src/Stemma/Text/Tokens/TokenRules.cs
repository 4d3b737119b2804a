namespace Stemma.Text;

/// <summary>What a language tells the tokenizer and the sentence splitter.</summary>
/// <param name="Abbreviations">Lower-case words, without the point, that take one: "mr", "inc".</param>
/// <param name="BoundAbbreviations">Those of them that never end a sentence, since a name or number follows: "mr", "no".</param>
/// <param name="SentenceStarters">Lower-case words that, capitalised after an abbreviation, begin a new sentence.</param>
/// <param name="SplitsClitics">Whether "don't" and "Ann's" are two tokens each.</param>
/// <param name="OrdinalPoint">Whether a number with a point is an ordinal, as in "3. März".</param>
internal sealed record TokenRules(
    IReadOnlySet<string> Abbreviations,
    IReadOnlySet<string> BoundAbbreviations,
    IReadOnlySet<string> SentenceStarters,
    bool SplitsClitics,
    bool OrdinalPoint);
