using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>The names of one article, with its people: a surname leads to the full name given elsewhere in the
/// article.</summary>
internal sealed class NamesInText
{
    private static readonly HashSet<string> Suffixes = WordLists.Of("jr. sr. jr sr ii iii iv");

    // in lists of more people a near surname is chance
    private const int MostPeople = 60;

    private readonly MarkedText _text;
    private readonly Gazetteer _gazetteer;
    private readonly NameRules _rules;
    private readonly Dictionary<string, List<Person>> _bySurname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> _byGivenName = new(StringComparer.Ordinal);
    private readonly int[] _mentionOf;

    public NamesInText(MarkedText text, List<NameMention> mentions, Gazetteer gazetteer, NameRules rules)
    {
        _text = text;
        _gazetteer = gazetteer;
        _rules = rules;
        Mentions = mentions;
        _mentionOf = new int[text.Tokens.Length];
        Array.Fill(_mentionOf, -1);
        for (var m = 0; m < mentions.Count; m++)
        {
            Array.Fill(_mentionOf, m, mentions[m].First, mentions[m].Last - mentions[m].First);
        }
        CollectFullNames();
        ResolveShortNames();
    }

    /// <summary>All names, in text order.</summary>
    public IReadOnlyList<NameMention> Mentions { get; }

    /// <summary>The people, by first mention.</summary>
    public List<Person> People { get; } = [];

    /// <summary>The name that covers a token; null where none does.</summary>
    public NameMention? At(int token) =>
        (uint)token < (uint)_mentionOf.Length && _mentionOf[token] >= 0 ? Mentions[_mentionOf[token]] : null;

    /// <summary>Index into <see cref="Mentions"/> of the first name that starts at or after a token.</summary>
    public int FirstFrom(int token)
    {
        var low = 0;
        var high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].First < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>Makes a name of unknown kind a person's, since the text treats it so.</summary>
    public Person? TakeAsPerson(NameMention mention)
    {
        if (mention.Person is null && mention.Kind is MentionKind.Other or MentionKind.Person)
        {
            mention.Kind = MentionKind.Person;
            if (mention.Last - mention.First > 1)
            {
                AddFull(mention);
            }
            else
            {
                ResolveShort(mention);
            }
        }
        return mention.Person;
    }

    private void CollectFullNames()
    {
        var singles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in Mentions)
        {
            if (mention.Last - mention.First == 1 && mention.Kind is MentionKind.Other or MentionKind.Person)
            {
                singles.Add(_text.Words[mention.First]);
            }
        }
        foreach (var mention in Mentions)
        {
            var length = mention.Last - mention.First;
            // a surname that later stands alone shows that two capitals were a person's name
            if (mention.Kind == MentionKind.Other && length is 2 or 3 && singles.Contains(_text.Words[mention.Last - 1])
                && !_rules.OrganisationWords.Contains(_text.Words[mention.Last - 1])
                && !_rules.OrganisationLinks.Contains(_text.Words[mention.First + 1]))
            {
                mention.Kind = MentionKind.Person;
            }
            if (mention.Kind == MentionKind.Person && length > 1)
            {
                AddFull(mention);
            }
        }
        foreach (var person in People)
        {
            foreach (var given in person.GivenNames)
            {
                Listed(_byGivenName, given).Add(person);
            }
        }
    }

    private void AddFull(NameMention mention)
    {
        var last = mention.Last - 1;
        while (last > mention.First && Suffixes.Contains(_text.Words[last]))
        {
            last--;
        }
        while (last > mention.First && _text.Words[last] is ",")
        {
            last--;
        }
        var surname = _text.Words[last];
        List<string> given = [];
        for (var i = mention.First; i < last; i++)
        {
            if (!_rules.Particles.Contains(_text.Words[i]))
            {
                given.Add(_text.Words[i].TrimEnd('.'));
            }
        }
        var suffix = last + 1 < mention.Last ? _text.Words[mention.Last - 1].TrimEnd('.') : "";
        var people = Listed(_bySurname, surname);
        var person = people.Find(p => SameGiven(p.GivenNames, given) && SuffixOf(p) == suffix);
        if (person is null)
        {
            person = new Person(mention.Name, surname) { GivenNames = given, IsFull = given.Count > 0 };
            people.Add(person);
            People.Add(person);
        }
        else if (given.Count > person.GivenNames.Count)
        {
            // "John Lee" and then "John Q. Lee": the usual, shorter form stays unless it is only an initial
            if (person.GivenNames[0].Length == 1)
            {
                person.Name = mention.Name;
            }
            person.GivenNames = given;
        }
        else if (person.GivenNames.Count > 0 && person.GivenNames[0].Length == 1 && given[0].Length > 1)
        {
            person.Name = mention.Name;
            person.GivenNames = given;
        }
        person.FullCount++;
        var gender = mention.TitleGender != Gender.Unknown ? mention.TitleGender : given.Count > 0
            ? _gazetteer.ForenameGender(given[0]) : Gender.Unknown;
        person.Gender = person.Gender == Gender.Unknown
            || mention.TitleGender != Gender.Unknown ? gender : person.Gender;
        mention.Person = person;

        static string SuffixOf(Person p)
        {
            var end = p.Name[(p.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
            return Suffixes.Contains(end) ? end.TrimEnd('.') : "";
        }
    }

    private static bool SameGiven(IReadOnlyList<string> a, List<string> b) =>
        a.Count > 0 && b.Count > 0 && (a[0] == b[0] || ((a[0].Length == 1 || b[0].Length == 1) && a[0][0] == b[0][0]));

    private void ResolveShortNames()
    {
        foreach (var mention in Mentions)
        {
            if (mention.Person is null && mention.Last - mention.First == 1
                && mention.Kind is MentionKind.Other or MentionKind.Person or MentionKind.Place)
            {
                ResolveShort(mention);
            }
        }
        foreach (var mention in Mentions)
        {
            mention.Name = mention.Person?.Name ?? mention.Name;
        }
    }

    private void ResolveShort(NameMention mention)
    {
        var word = _text.Words[mention.First];
        var candidates = _bySurname.GetValueOrDefault(word);
        if (candidates is null or [] && _byGivenName.TryGetValue(word, out var byGiven)
            && mention.Kind != MentionKind.Place && !mention.HasTitle)
        {
            candidates = byGiven;
        }
        if (candidates is null or [] && mention.Kind is MentionKind.Person or MentionKind.Other
            && Misspelt(word) is { } meant)
        {
            candidates = [meant];
        }
        if (candidates is null or [])
        {
            if (mention.Kind == MentionKind.Person)
            {
                var alone = new Person(mention.Name, word) { Gender = mention.TitleGender };
                Listed(_bySurname, word).Add(alone);
                People.Add(alone);
                mention.Person = alone;
            }
            return;
        }
        // "in Clinton" is the town, "Clinton leaned" the candidate
        if (mention.Kind == MentionKind.Place && !mention.HasTitle
            && (_text.Tag(mention.First - 1) == PosTag.Adp || !HasFull(candidates)))
        {
            return;
        }
        Person? best = null;
        foreach (var candidate in candidates)
        {
            var clash = mention.TitleGender != Gender.Unknown && candidate.Gender != Gender.Unknown
                && candidate.Gender != mention.TitleGender;
            if (!clash && (best is null || candidate.FullCount > best.FullCount))
            {
                best = candidate;
            }
        }
        best ??= mention.TitleGender == Gender.Unknown ? candidates[0] : null;
        if (best is null)
        {
            return;
        }
        if (best.Gender == Gender.Unknown)
        {
            best.Gender = mention.TitleGender;
        }
        mention.Kind = MentionKind.Person;
        mention.Person = best;
    }

    // "Ms. Brunel" in an article on one "Ada Brunnel": the one full name whose surname differs by a letter. Short ones
    // differ by
    // chance; linear in the number of people, and asked once a word.
    private Person? Misspelt(string word)
    {
        if (word.Length < 5 || People.Count > MostPeople)
        {
            return null;
        }
        Person? found = null;
        foreach (var person in People)
        {
            if (person.IsFull && person.Surname.Length >= 5 && word[0] == person.Surname[0]
                && DiffersByALetter(word, person.Surname))
            {
                if (found is not null)
                {
                    return null;
                }
                found = person;
            }
        }
        return found;
    }

    private static bool DiffersByALetter(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
        {
            start++;
        }
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }
        // a plural or possessive s is no slip
        return Math.Max(a.Length, b.Length) - start - end == 1
            && !(end == 0 && (a[^1] == 's' || b[^1] == 's') && a.Length != b.Length);
    }

    private static bool HasFull(List<Person> people) => people.Exists(p => p.IsFull);

    private static List<Person> Listed(Dictionary<string, List<Person>> index, string key)
    {
        if (!index.TryGetValue(key, out var people))
        {
            index[key] = people = [];
        }
        return people;
    }
}
