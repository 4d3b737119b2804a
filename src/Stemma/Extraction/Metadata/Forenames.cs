namespace Stemma.Extraction;

/// <summary>The forenames that ship with Stemma: evidence that capitals are a person's name.</summary>
internal sealed class Forenames
{
    private static readonly Lazy<Forenames> Shared = new(() => new Forenames());

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private Forenames()
    {
        foreach (var row in EmbeddedTable.Read("Text/Lexicons/forenames.tsv"))
        {
            _names.Add(row[0]);
        }
    }

    /// <summary>The list; read once, when first asked for.</summary>
    public static Forenames Default => Shared.Value;

    /// <summary>Whether a name opens with a forename, titles such as "Dr." passed over.</summary>
    public bool Open(string name)
    {
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.TrimEnd('.').Length > 2 || word.Length == 2 && char.IsUpper(word[1]))
            {
                var first = word.TrimEnd('.', ',');
                if (first is not ("Prof" or "Mrs" or "Sir" or "Dame" or "Rev"))
                {
                    return _names.Contains(first) || (first.IndexOf('-', StringComparison.Ordinal) is var hyphen and > 0 && _names.Contains(first[..hyphen]));
                }
            }
        }
        return false;
    }
}
