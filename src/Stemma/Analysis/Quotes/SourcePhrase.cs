namespace Stemma.Analyzing;

/// <summary>The words that name a speaker, as a range of tokens.</summary>
/// <param name="First">First token of the naming words: the name, the noun phrase or the pronoun.</param>
/// <param name="Last">Index just past them.</param>
/// <param name="Name">The name in it that stands for the speaker; null for nouns and pronouns.</param>
/// <param name="WholeFirst">First token with everything that belongs to the phrase, such as an apposition.</param>
/// <param name="WholeLast">Index just past the whole phrase.</param>
internal readonly record struct SourcePhrase(int First, int Last, NameMention? Name, int WholeFirst, int WholeLast);
