using System.Buffers;
using System.Collections.Frozen;

namespace Stemma.Extraction;

/// <summary>Turns what a page says about its authors into names, one person each: nobody rather than somebody wrong.</summary>
internal sealed class BylineReader
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("@/:_|<>{}#?!=");
    private static readonly SearchValues<char> NeverInLooseNames = SearchValues.Create("@/:<>{}#?!=");

    // What systems write where nobody is named.
    private static readonly FrozenSet<string> Nobody = FrozenSet.ToFrozenSet(
    [
        "admin", "administrator", "root", "user", "webmaster", "undefined", "null", "none", "no author", "unknown", "anonymous", "guest", "n/a",
        "author", "editor", "test", "share", "link copied", "copy link", "about", "home", "more", "minutes", "updated", "published",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<BylineReader> Shared = new(() => new BylineReader());

    private readonly List<string> _leads;
    private readonly HashSet<string> _roles;
    private readonly HashSet<string> _particles;
    private readonly HashSet<string> _separators;
    private readonly HashSet<string> _ends;
    private readonly HashSet<string> _offices;
    private readonly HashSet<string> _fillers;
    private readonly SearchValues<string> _otherWork;
    private readonly SearchValues<string> _writing;

    private BylineReader()
    {
        var rows = EmbeddedTable.Read("Extraction/byline-words.tsv").ToDictionary(r => r[0], r => r[1..]);
        _leads = [.. rows["lead"].OrderByDescending(l => l.Length).ThenBy(l => l, StringComparer.Ordinal)];
        _roles = [.. rows["role"]];
        _particles = [.. rows["particle"]];
        _separators = [.. rows["separator"]];
        _ends = [.. rows["end"]];
        _offices = [.. rows["office"]];
        _fillers = [.. rows["filler"]];
        _otherWork = SearchValues.Create(rows["other-work"], StringComparison.OrdinalIgnoreCase);
        _writing = SearchValues.Create(rows["writing"], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The reader with the words that ship with Stemma; they are read once, when first asked for.</summary>
    public static BylineReader Default => Shared.Value;

    /// <summary>The persons that a byline names, in its order, each once; empty if it names none for sure.</summary>
    /// <param name="byline">As on the page: <c>By Ada Lund and Ole Krag, staff writers</c>.</param>
    /// <param name="isDeclared">Whether the page declares it as the author, so that one word may be a name.</param>
    public List<string> Read(string byline, bool isDeclared)
    {
        List<string> names = [];
        if (byline.Length is 0 or > 300)
        {
            return names;
        }
        foreach (var part in Split(WithoutLead(byline.Trim())))
        {
            var name = part.Trim(' ', '.', ':', '-', '–', '—', '*', '"', '(', ')', '[', ']');
            name = UpToEnd(WithoutLead(name));
            if (IsPerson(name, isDeclared) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }
        return names;
    }

    /// <summary>
    /// The names of a byline as they stand, teams and log-in names among them: for what a page marks up as its author.
    /// Degrees and offices after a name are left out; empty if nothing in it can be a name.
    /// </summary>
    public List<string> ReadLoosely(string byline)
    {
        List<string> names = [];
        if (byline.Length is 0 or > 200)
        {
            return names;
        }
        foreach (var part in Split(WithoutLead(byline.Trim())))
        {
            var name = UpToEnd(WithoutLead(part.Trim(' ', '.', ':', '-', '–', '—', '*', '"', '[', ']', ',')));
            var dash = name.AsSpan().IndexOfAny("–—") is var wide and > 0 ? wide : name.IndexOf(" - ", StringComparison.Ordinal);
            name = dash > 2 ? name[..dash].Trim() : name;
            var isLater = names.Count > 0;
            if (!CanBeName(name) || (isLater && (!name.Contains(' ', StringComparison.Ordinal) || HoldsRole(name))))
            {
                continue;
            }
            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }
        return names;
    }

    /// <summary>Whether a page may mean somebody by a text: no address, no date, no initials of a desk, none of the words for nobody.</summary>
    public bool CanBeName(string text) =>
        text.Length is >= 2 and <= 60 && text.Any(char.IsLetter) && !text.AsSpan().ContainsAny(NeverInLooseNames) && !Nobody.Contains(text)
        && (text.Length > 4 || text.Any(char.IsUpper)) && !(text.Contains(' ', StringComparison.Ordinal) && text.Any(char.IsDigit))
        && !IsFiller(text);

    /// <summary>Whether a text is only what pages put around a name: "Written By", "Posted on", "3 min read".</summary>
    private bool IsFiller(string text) =>
        Array.TrueForAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => _fillers.Contains(word.Trim('.', ',', ':', '-', '–', '|').ToLowerInvariant()));

    /// <summary>Whether a text holds a word that names of persons never do: team, editorial, news, daily.</summary>
    public bool HoldsStaffWord(string text) =>
        text.Split(' ').Any(word => _roles.Contains(word.TrimEnd('.', ',').ToLowerInvariant()));

    /// <summary>Whether the words before a name say that its bearer did something else than write: "Reviewed by", "Photos:".</summary>
    public bool SpeaksOfOtherWork(ReadOnlySpan<char> before) =>
        before.IndexOfAny(_otherWork) is var at and >= 0 && !before[at..].ContainsAny(_writing);

    /// <summary>Whether a line opens as bylines do: "By", "Von", "Par".</summary>
    public bool HasLead(string line) => WithoutLead(line).Length < line.Length;

    /// <summary>Whether a line holds the word of an office: reporter, editor, fellow.</summary>
    public bool HoldsRole(string line) =>
        line.Split(' ').Any(word => _offices.Contains(word.TrimEnd('.', ',').ToLowerInvariant()));

    /// <summary>Whether a text has the shape of one person's name.</summary>
    /// <param name="name">One candidate, trimmed.</param>
    /// <param name="isDeclared">Whether one word is enough.</param>
    public bool IsPerson(string name, bool isDeclared)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 6 || words.Length < (isDeclared ? 1 : 2) || name.Length is < 3 or > 60 || IsFiller(name))
        {
            return false;
        }
        var capitals = 0;
        foreach (var word in words)
        {
            var plain = word.TrimEnd('.', ',').ToLowerInvariant();
            if ((_roles.Contains(plain) && !IsForenameCutShort(word, words)) || word.AsSpan().IndexOfAnyInRange('0', '9') >= 0
                || word.AsSpan().ContainsAny(NeverInNames) || word.Contains(".com", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
            var isCapital = char.IsUpper(word[0]) || (char.IsLetter(word[0]) && !char.IsLower(word[0]));
            if (!isCapital && !_particles.Contains(plain) && !IsElided(word))
            {
                return false;
            }
            capitals += isCapital ? 1 : 0;
        }
        return capitals > 0 && (words.Length > 1 || char.IsLetter(name[0]));
    }

    /// <summary>"Md Karim Uddin", "Md. Karim Uddin": before a name it is Mohammed, behind one a degree.</summary>
    private static bool IsForenameCutShort(string word, string[] words) =>
        words.Length > 1 && ReferenceEquals(word, words[0]) && word is "Md" or "Md." or "MD." or "Ms" or "Ms.";

    /// <summary>"d'Angelo", "al-Masri": a particle joined to a capital.</summary>
    private static bool IsElided(string word)
    {
        var mark = word.AsSpan().IndexOfAny("'’-");
        return mark is > 0 and < 4 && mark + 1 < word.Length && char.IsUpper(word[mark + 1]);
    }

    /// <summary>"Ada Lund in Town", "Ada Lund le": what follows a name after such a small word, or closes it, is no name.</summary>
    private string UpToEnd(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            var isLast = i == words.Length - 1;
            if (words[i].Length > 0 && char.IsLower(words[i][0])
                && (_ends.Contains(words[i]) && (isLast || words[i] is not "le") || (isLast && _particles.Contains(words[i]))))
            {
                return string.Join(' ', words[..i]);
            }
        }
        return name;
    }

    /// <summary>A byline without the words that open it.</summary>
    public string WithoutLead(string text)
    {
        foreach (var lead in _leads)
        {
            if (text.Length > lead.Length && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)
                && (text[lead.Length] is ' ' or ':' || lead[^1] == ':'))
            {
                return text[lead.Length..].TrimStart(' ', ':');
            }
        }
        // "ByAda Lund": the page parts them by a margin only.
        return text.Length > 4 && text.StartsWith("by", StringComparison.OrdinalIgnoreCase) && text[1] == 'y' && char.IsUpper(text[2]) ? text[2..] : text;
    }

    private IEnumerable<string> Split(string text)
    {
        List<string> part = [];
        // "10+ years": that sign parts no names.
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        text = plus > 0 && char.IsAsciiDigit(text[plus - 1]) ? text[..plus] + ' ' + text[(plus + 1)..] : text;
        foreach (var chunk in text.Split([',', ';', '|', '&', '/', '•', '·', '\n', '+', '●', '∙'], StringSplitOptions.TrimEntries))
        {
            foreach (var word in chunk.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // "y" and "e" also stand inside Spanish and Portuguese names, between two single surnames.
                if (part.Count > 0 && _separators.Contains(word.ToLowerInvariant()) && (word.Length > 1 || part.Count > 1))
                {
                    yield return string.Join(' ', part);
                    part.Clear();
                }
                else
                {
                    part.Add(word);
                }
            }
            if (part.Count > 0)
            {
                yield return string.Join(' ', part);
                part.Clear();
            }
        }
    }
}
