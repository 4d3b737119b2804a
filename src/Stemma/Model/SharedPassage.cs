namespace Stemma.Model;

/// <summary>A stretch of words that stands in two articles.</summary>
/// <param name="InA">Where in the one.</param>
/// <param name="InB">Where in the other.</param>
/// <param name="LengthWords">How many words.</param>
public readonly record struct SharedPassage(TextSpan InA, TextSpan InB, int LengthWords);
