namespace Stemma.App.Ui;

/// <summary>A node of a drawn lineage, in its row.</summary>
/// <param name="Branch">The node and what proves its link.</param>
/// <param name="Mark">The root it hangs below; null where the origin is unclear.</param>
/// <param name="X">Centre of its dot.</param>
/// <param name="Y">Centre of its dot.</param>
/// <param name="Path">SVG path of the line to what it rests on; null for none.</param>
/// <param name="IsRoot">Whether it is a root.</param>
/// <param name="IsOnTheNews">For a root, whether it is one of the news itself.</param>
public sealed record DrawnRow(LineageBranch Branch, RootMark? Mark, double X, double Y, string? Path, bool IsRoot, bool IsOnTheNews);
