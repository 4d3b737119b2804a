using System.Collections.Frozen;

namespace Stemma.Fetching;

/// <summary>Which files of a folder may hold an article.</summary>
internal static class FolderListing
{
    // What a browser saves beside a page, and notes and settings that lie among pages: nobody who names a folder means
    // them. Everything else is read, and reported where it proves not to be a page.
    private static readonly FrozenSet<string> Beside = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".css", ".js", ".mjs", ".map", ".json", ".jsonl", ".md", ".csv", ".tsv", ".yml", ".yaml", ".toml", ".ini",
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp",
        ".woff", ".woff2", ".ttf", ".otf", ".eot",
        ".mp3", ".mp4", ".m4a", ".ogg", ".webm", ".wav");

    /// <summary>The files, sorted by ordinal path, hidden files and links to folders left out.</summary>
    public static IEnumerable<string> Pages(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 64,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        })
        .Where(path => !Beside.Contains(Path.GetExtension(path)))
        .Order(StringComparer.Ordinal);
}
