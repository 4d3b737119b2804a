namespace Stemma.Analyzing;

/// <summary>The lists of forenames, places, titles and organisations that ship with Stemma.</summary>
internal sealed class Gazetteer
{
    private const string Folder = "Text/Lexicons/";

    private readonly Dictionary<string, Gender> _forenames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Gender> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _organisations = new(StringComparer.Ordinal);

    /// <summary>Reads the lists; titles of one language only.</summary>
    public Gazetteer(string language)
    {
        foreach (var row in Rows("forenames.tsv"))
        {
            _forenames.TryAdd(row[0].ToLowerInvariant(), ToGender(row, 1));
        }
        foreach (var row in Rows("places.tsv"))
        {
            _places.Add(row[0].ToLowerInvariant());
        }
        foreach (var row in Rows("titles.tsv"))
        {
            var title = row[0].ToLowerInvariant().TrimEnd('.');
            if (row.Length > 2 && row[2] == language && title.Length > 2)
            {
                _titles.TryAdd(title, ToGender(row, 1));
            }
        }
        foreach (var row in Rows("organisations.tsv"))
        {
            _organisations.Add(row[0].ToLowerInvariant());
            foreach (var alias in row.Length > 1 ? row[1].Split('|', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                _organisations.Add(alias.ToLowerInvariant());
            }
        }
    }

    /// <summary>Whether the lower-case word is a forename.</summary>
    public bool IsForename(string word) => _forenames.ContainsKey(word);

    /// <summary>The gender of a lower-case forename; unknown where it is none, or given to all.</summary>
    public Gender ForenameGender(string word) => _forenames.GetValueOrDefault(word);

    /// <summary>Whether the lower-case words, without a final point, are a title.</summary>
    public bool IsTitle(string words, out Gender gender) => _titles.TryGetValue(words, out gender);

    public bool IsPlace(string words) => _places.Contains(words);

    public bool IsOrganisation(string words) => _organisations.Contains(words);

    // a first line may name the columns
    private static IEnumerable<string[]> Rows(string file) =>
        WordLists.Rows(Folder + file).Where(row => row[0] is not ("name" or "title"));

    private static Gender ToGender(string[] row, int cell) =>
        row.Length > cell ? row[cell] switch { "f" => Gender.Female, "m" => Gender.Male,
            _ => Gender.Unknown } : Gender.Unknown;
}
