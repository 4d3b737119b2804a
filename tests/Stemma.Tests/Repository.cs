namespace Stemma.Tests;

/// <summary>Where the repository lies, for tests that read its files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>A folder beside the repository that holds labelled data and real pages; tests skip where it is missing.</summary>
    public static string Shared => Path.Combine(Root, "..", "shared");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Stemma.slnx")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Could not find the repository above the tests.");
        }
        return folder;
    }
}
