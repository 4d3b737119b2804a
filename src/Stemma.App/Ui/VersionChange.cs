namespace Stemma.App.Ui;

/// <summary>A place at which a later version of an article differs from the one before; all words verbatim.</summary>
/// <param name="Before">Some words that stand before it in both.</param>
/// <param name="Removed">What the earlier version had; empty where something was only added.</param>
/// <param name="Added">What the later version has; empty where something was only removed.</param>
/// <param name="After">Some words that stand after it in both.</param>
public sealed record VersionChange(string Before, string Removed, string Added, string After);
