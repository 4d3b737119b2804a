using System.Globalization;
using System.Text;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// Whether two spellings name one person: the same surname and generational suffix, and given names that agree (equal,
/// initial,
/// or a listed short form) where the gold has one. A bare surname is not enough.
/// </summary>
internal static class SpeakerNameMatch
{
    private static readonly HashSet<string> Titles =
    [
        "mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "maj", "adm", "rev",
            "hon", "prof", "president", "senator",
        "representative", "governor", "secretary", "speaker", "judge", "justice", "chairman", "chairwoman", "chair",
        "director", "minister", "chancellor",
        "king", "queen", "prince", "princess", "sir", "lord", "lady", "dame", "pope", "mayor", "ambassador", "herr",
        "frau", "vice", "prime", "former", "first", "the",
    ];

    private static readonly Dictionary<string,
        string> Suffixes = new() { ["jr"] = "jr", ["sr"] = "sr", ["ii"] = "ii", ["iii"] = "iii", ["iv"] = "iv" };

    private static readonly HashSet<(string, string)> Short =
    [
        ("mike", "michael"), ("joe", "joseph"), ("tim", "timothy"), ("bill", "william"), ("bob", "robert"),
            ("rob", "robert"), ("jim", "james"), ("tom", "thomas"),
        ("dan", "daniel"), ("rich", "richard"), ("dick", "richard"), ("rick", "richard"), ("dave", "david"),
        ("steve", "steven"), ("steve", "stephen"),
        ("chris", "christopher"), ("matt", "matthew"), ("jeff", "jeffrey"), ("greg", "gregory"), ("ken", "kenneth"),
        ("ron", "ronald"), ("don", "donald"),
        ("ed", "edward"), ("ted", "edward"), ("chuck", "charles"), ("charlie", "charles"), ("tony", "anthony"),
        ("andy", "andrew"), ("nick", "nicholas"),
        ("pat", "patrick"), ("sam", "samuel"), ("ben", "benjamin"), ("liz", "elizabeth"), ("beth", "elizabeth"),
        ("kate", "katherine"), ("sue", "susan"),
        ("deb", "deborah"), ("debbie", "deborah"), ("jenny", "jennifer"), ("larry", "lawrence"), ("jerry", "gerald"),
        ("jack", "john"), ("phil", "philip"),
        ("ray", "raymond"), ("alex", "alexander"), ("max", "maxwell"), ("doug", "douglas"), ("fred", "frederick"),
        ("bernie", "bernard"), ("josh", "joshua"),
        ("jake", "jacob"), ("zach", "zachary"), ("al", "albert"), ("walt", "walter"), ("harry", "harold"),
    ];

    public static bool IsFull(string gold, string? system)
    {
        if (string.IsNullOrEmpty(system))
        {
            return false;
        }
        var (g, goldSuffix) = Parts(gold);
        var (s, systemSuffix) = Parts(system);
        if (g.Count == 0 || s.Count == 0 || g[^1] != s[^1] || goldSuffix != systemSuffix)
        {
            return false;
        }
        return g.Count == 1 || (s.Count > 1 && GivenAgree(g[..^1], s[..^1]));
    }

    private static bool GivenAgree(List<string> gold, List<string> system)
    {
        var (a, b) = (gold[0], system[0]);
        return a == b || Short.Contains((a, b)) || Short.Contains((b, a)) || (a.Length == 1 && b[0] == a[0])
            || (b.Length == 1 && a[0] == b[0])
            || gold.Exists(x => x.Length > 1 && system.Contains(x));
    }

    private static (List<string> Words, string Suffix) Parts(string name)
    {
        var plain = new StringBuilder();
        var depth = 0;
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && c != ')' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }
        var text = plain.ToString().Replace("'s ", " ", StringComparison.Ordinal).Replace("’s ", " ",
            StringComparison.Ordinal);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && !Suffixes.ContainsKey(text[(comma + 1)..].Trim().TrimEnd('.')))
        {
            text = text[..comma];
        }
        List<string> words = [.. text.Split((char[])[' ', '.', ',', '“', '”', '"'],
            StringSplitOptions.RemoveEmptyEntries)
            .Select(w => new string([.. w.Where(c => char.IsLetterOrDigit(c) || c is '\'' or '-')]).Trim('\'',
            '-')).Where(w => w.Length > 0)];
        var suffix = "";
        while (words.Count > 1 && Suffixes.TryGetValue(words[^1], out var found))
        {
            suffix = found;
            words.RemoveAt(words.Count - 1);
        }
        while (words.Count > 1 && Titles.Contains(words[0]))
        {
            words.RemoveAt(0);
        }
        return (words, suffix);
    }
}
