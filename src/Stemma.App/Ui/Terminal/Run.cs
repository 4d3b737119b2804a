using Spectre.Console;

namespace Stemma.App.Ui.Terminal;

/// <summary>A stretch of text in one style.</summary>
/// <param name="Text">What to write; broken between words where the line ends.</param>
/// <param name="Style">How; plain if null.</param>
/// <param name="IsWhole">Whether it is kept on one line if it fits on one at all.</param>
internal readonly record struct Run(string Text, Style? Style = null, bool IsWhole = false);
