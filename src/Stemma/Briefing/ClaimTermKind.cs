namespace Stemma.Briefing;

/// <summary>What a word of a sentence is to a claim.</summary>
internal enum ClaimTermKind
{
    /// <summary>What is said of the names.</summary>
    Plain,

    Name,

    Number,
}
