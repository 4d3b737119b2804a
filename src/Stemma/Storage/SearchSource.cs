namespace Stemma.Storage;

/// <summary>A feed or folder that a query asks for by name: one of several that will do.</summary>
/// <param name="IsFolder">Whether a folder is meant; else a feed.</param>
/// <param name="Name">A folder's name, or part of a feed's name or host; in whatever case.</param>
public readonly record struct SearchSource(bool IsFolder, string Name);
