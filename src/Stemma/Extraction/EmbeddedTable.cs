namespace Stemma.Extraction;

/// <summary>Reads the tab-separated tables that ship inside the library.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table, cut at tabs; empty lines and lines that begin with <c>#</c> are passed over.</summary>
    /// <exception cref="InvalidOperationException">No such table is embedded: a fault of the build.</exception>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>The bytes of an embedded file.</summary>
    /// <exception cref="InvalidOperationException">No such file is embedded: a fault of the build.</exception>
    public static Stream Open(string name) => typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"Could not find {name} while starting: it is not embedded.");
}
