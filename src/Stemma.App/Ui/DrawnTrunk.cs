namespace Stemma.App.Ui;

/// <summary>The vertical line of a drawn lineage from which the rows of one parent branch off.</summary>
/// <param name="Path">SVG path.</param>
/// <param name="Mark">The root in whose colour it is drawn; null where the origin is unclear.</param>
public sealed record DrawnTrunk(string Path, RootMark? Mark);
