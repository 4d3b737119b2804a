namespace Stemma.Analyzing;

/// <summary>Reads the word lists that are embedded beside the rules: one entry a line, cells parted by tabs, # for
/// remarks.</summary>
internal static class WordLists
{
    /// <summary>The rows of a list by its path under <c>src/Stemma</c>; none where there is no such list.</summary>
    public static IEnumerable<string[]> Rows(string path)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream(path);
        if (stream is null)
        {
            yield break;
        }
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }

    /// <summary>The first cells of a list.</summary>
    public static HashSet<string> Words(string path) => [.. Rows(path).Select(row => row[0])];

    /// <summary>A tagger's model by its path.</summary>
    public static HashedWeights Model(string path)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"Could not find the model {path} while starting: it is not embedded.");
        return HashedWeights.Read(stream);
    }

    /// <summary>A set of the words of a text block.</summary>
    public static HashSet<string> Of(string words) =>
        [.. words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
