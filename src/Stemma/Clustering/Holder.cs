namespace Stemma.Clustering;

/// <summary>An open article that holds a term, and how much the term weighs in it.</summary>
internal readonly record struct Holder(int Slot, float Weight);
