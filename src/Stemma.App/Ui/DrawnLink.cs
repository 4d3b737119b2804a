namespace Stemma.App.Ui;

/// <summary>A line of a drawn lineage.</summary>
/// <param name="Path">SVG path.</param>
/// <param name="Branch">What it stands for; null for a trunk.</param>
/// <param name="Mark">The root in whose colour it is drawn.</param>
public sealed record DrawnLink(string Path, LineageBranch? Branch, RootMark? Mark);
