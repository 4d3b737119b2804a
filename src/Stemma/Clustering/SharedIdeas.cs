using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>
/// Finds the words of a text that stand in the table of ideas shared by many languages: countries and their people
/// (ISO 3166-1 codes), and what news is about (elections, floods, hospitals). So that "Wahl in Ungarn" and "wybory na
/// Węgrzech" share something.
/// </summary>
internal sealed class SharedIdeas
{
    private const int Longest = 16;
    private const uint Salt = 0x49444541;

    private readonly string[] _languages;
    private readonly List<string[]> _rows = [];
    private readonly Dictionary<string, Dictionary<uint, uint>> _byLanguage = new(StringComparer.Ordinal);

    private SharedIdeas(TextReader table)
    {
        _languages = [];
        while (table.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (line.StartsWith("# idea", StringComparison.Ordinal))
            {
                _languages = cells;
            }
            else if (!line.StartsWith('#'))
            {
                _rows.Add(cells);
            }
        }
    }

    /// <summary>The table that ships with Stemma: some 130 ideas in twelve languages; about a millisecond.</summary>
    public static SharedIdeas LoadBuiltIn()
    {
        using var stream = typeof(SharedIdeas).Assembly.GetManifestResourceStream("Clustering/shared-ideas.tsv")
            ?? throw new InvalidOperationException("Could not find the table of shared ideas while starting: it is not embedded.");
        using var reader = new StreamReader(stream);
        return new SharedIdeas(reader);
    }

    /// <summary>
    /// The ideas of the words before <paramref name="limitChars"/>, in order; none for a language that is not in the table. A
    /// word has the idea of the longest beginning that is listed; one of three letters or less must be the whole word.
    /// </summary>
    public List<Term> Read(string text, List<Term> words, string language, int limitChars)
    {
        List<Term> ideas = [];
        var beginnings = BeginningsOf(language);
        if (beginnings.Count == 0)
        {
            return ideas;
        }
        Span<char> folded = stackalloc char[Longest];
        foreach (var word in words)
        {
            if (word.Span.End > limitChars)
            {
                break;
            }
            if (word.Shape == TermShape.Number)
            {
                continue;
            }
            var length = Fold(text.AsSpan(word.Span.Start, word.Span.Length), folded);
            if (IdeaOf(folded[..length], beginnings) is not 0 and var idea)
            {
                ideas.Add(word with { Hash = idea });
            }
        }
        return ideas;
    }

    private static uint IdeaOf(ReadOnlySpan<char> word, Dictionary<uint, uint> beginnings)
    {
        var idea = Beginning(word, beginnings);
        // Arabic writes "the", "and", "in" and "to" at the front of the word.
        while (idea == 0 && word.Length > 3 && word[0] is 'ا' or 'و' or 'ب' or 'ل' or 'ف')
        {
            word = word[0] == 'ا' ? word[1] == 'ل' ? word[2..] : [] : word[1..];
            idea = Beginning(word, beginnings);
        }
        return idea;
    }

    private static uint Beginning(ReadOnlySpan<char> word, Dictionary<uint, uint> beginnings)
    {
        if (word.Length > 1 && beginnings.TryGetValue(TermHash.Of(word, Salt), out var idea))
        {
            return idea;
        }
        var shortest = word.Length > 0 && word[0] is >= '\u0621' and <= '\u06CC' ? 3 : 4;
        for (var length = word.Length - 1; length >= shortest; length--)
        {
            if (beginnings.TryGetValue(TermHash.Of(word[..length], Salt), out idea))
            {
                return idea;
            }
        }
        return 0;
    }

    private static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length < Longest && char.IsLetter(c))
            {
                folded[length++] = c switch
                {
                    'أ' or 'إ' or 'آ' => 'ا',
                    'ё' => 'е',
                    _ => LetterFolding.Fold(c),
                };
            }
        }
        return length;
    }

    private Dictionary<uint, uint> BeginningsOf(string language)
    {
        if (_byLanguage.TryGetValue(language, out var known))
        {
            return known;
        }
        Dictionary<uint, uint> beginnings = [];
        var column = Array.IndexOf(_languages, language);
        Span<char> folded = stackalloc char[Longest];
        foreach (var row in column < 0 ? [] : _rows)
        {
            foreach (var word in row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                beginnings[TermHash.Of(folded[..Fold(word, folded)], Salt)] = TermHash.Of(row[0], Salt);
            }
        }
        _byLanguage[language] = beginnings;
        return beginnings;
    }
}
