namespace Stemma.Briefing;

/// <summary>Two sentences of different accounts that may state the same thing.</summary>
/// <param name="A">Index of the first among <see cref="ClaimPairs.Sentences"/>.</param>
/// <param name="B">Index of the second, above the first.</param>
/// <param name="Features">In what ways they are alike; see <see cref="ClaimPairFeatures"/>.</param>
internal readonly record struct ClaimPair(int A, int B, float[] Features);
