using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>A line of a drawn lineage from one who confirms to one whose report is confirmed.</summary>
/// <param name="Path">SVG path.</param>
/// <param name="Link">What it stands for.</param>
/// <param name="Mark">The root in whose colour it is drawn.</param>
public sealed record DrawnArc(string Path, SourceLink Link, RootMark? Mark);
