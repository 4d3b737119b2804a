using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Recognises the name of an outlet in a short line or credit, known to the registry or only by its shape.</summary>
internal sealed class OutletNames(OutletRegistry outlets)
{
    // Words that names of newspapers, broadcasters and agencies end in. Enough for outlets no registry knows.
    private static readonly string[] NameWords =
    [
        "Times", "Post", "News", "Herald", "Gazette", "Tribune", "Journal", "Courier", "Chronicle", "Guardian", "Observer",
        "Mail", "Mirror", "Telegraph", "Standard", "Star", "Sun", "Independent", "Register", "Ledger", "Press", "Review",
        "Weekly", "Daily", "Today", "Online", "Zeitung", "Blatt", "Tageblatt", "Nachrichten", "Anzeiger", "Kurier", "Bote",
        "Rundschau", "Presse", "Agency", "Wire", "Radio", "TV", "Bulletin", "Examiner", "Dispatch", "Inquirer", "Echo",
        "Reporter", "Sentinel", "Monitor", "Record", "Advertiser", "Argus", "Packet", "Globe", "Voice", "Network", "Media",
    ];

    /// <summary>The outlet of that exact name, with its usual name; null if the registry has none.</summary>
    public Outlet? Known(string name)
    {
        name = name.Trim(' ', '.', ',', ':', '(', ')', '[', ']', '-', '–', '—');
        return name.Length is 0 or > 60 ? null : outlets.FindByName(name);
    }

    /// <summary>Whether a short line has the shape of an outlet's name: capitals, and a word such names end in.</summary>
    public static bool LooksLikeName(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.Length <= (line.Any(char.IsLower) ? 5 : 3)
            && words.All(w => char.IsUpper(w[0]) || w is "of" or "the" or "and" or "&" or "der" or "für" or "de")
            && NameWords.Contains(words[^1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Reads a credit such as <c>BLOOMBERG</c>, <c>TRT/AA</c> or <c>The Courier, Reuters</c>: the first is the outlet, an
    /// agency after it is whose text it is.
    /// </summary>
    /// <returns>Null twice where the credit names no outlet.</returns>
    public (string? Outlet, string? Via) ReadCredit(string credit)
    {
        var parts = credit.Split(['/', ',', '|', '·', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3)
        {
            return (null, null);
        }
        var known = parts.Select(Known).ToArray();
        if (parts.Length == 1)
        {
            var name = known[0]?.Name ?? (LooksLikeName(parts[0]) ? Unshout(parts[0]) : null);
            return (name, null);
        }
        if (known[0] is null && !LooksLikeName(parts[0]) && !IsAbbreviation(parts[0])
            && (BylineReader.Default.HasLead(parts[0]) || BylineReader.Default.IsPerson(parts[0], isDeclared: false)))
        {
            // A person, then an outlet: a byline, not a credit.
            return (null, null);
        }
        if (known.All(k => k is null) && !LooksLikeName(parts[0]) && !parts.All(IsAbbreviation))
        {
            return (null, null);
        }
        return (known[0]?.Name ?? Unshout(parts[0]), known[^1]?.Name ?? Unshout(parts[^1]));
    }

    /// <summary>BAY COURIER, as credits shout it, in the usual spelling; abbreviations stay.</summary>
    private static string Unshout(string name)
    {
        if (name.Any(char.IsLower) || IsAbbreviation(name))
        {
            return name;
        }
        return string.Join(' ', name.Split(' ').Select(w => w.Length < 2 ? w : w[0] + w[1..].ToLowerInvariant()));
    }

    /// <summary>"TRT", "AA": capitals only, as agencies and broadcasters sign.</summary>
    public static bool IsAbbreviation(string name) =>
        name.Length is >= 2 and <= 6 && !name.AsSpan().ContainsAnyExceptInRange('A', 'Z');
}
