namespace Stemma.Extraction.Learning;

/// <summary>One node of a tree of a <see cref="DecisionForest"/>.</summary>
/// <param name="Feature">Number of the feature it asks for; -1 for a leaf.</param>
/// <param name="Right">How many nodes farther its right child stands; the left one is the next node.</param>
/// <param name="Value">Threshold: up to it the left child is next; in a leaf what the tree adds to the log-odds.</param>
internal readonly record struct ForestNode(short Feature, ushort Right, float Value);
