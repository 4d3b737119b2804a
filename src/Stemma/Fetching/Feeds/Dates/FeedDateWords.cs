namespace Stemma.Fetching;

/// <summary>Names of months, days and zones in the dates of feeds.</summary>
internal static class FeedDateWords
{
    private static readonly Lazy<Dictionary<string, int>> Months = new(Load);

    /// <summary>Number of the month of that name or abbreviation, 0 if it is none. Case and a final point do not matter.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        if (word.Length is < 3 or > 12)
        {
            return 0;
        }
        Span<char> lower = stackalloc char[12];
        ReadOnlySpan<char> name = lower[..word.ToLowerInvariant(lower)];
        // English without the table: nearly all feeds.
        var english = name switch
        {
            "jan" or "january" => 1,
            "feb" or "february" => 2,
            "mar" or "march" => 3,
            "apr" or "april" => 4,
            "may" => 5,
            "jun" or "june" => 6,
            "jul" or "july" => 7,
            "aug" or "august" => 8,
            "sep" or "sept" or "september" => 9,
            "oct" or "october" => 10,
            "nov" or "november" => 11,
            "dec" or "december" => 12,
            _ => 0,
        };
        return english > 0 ? english : Months.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var month) ? month : 0;
    }

    /// <summary>Offset of a zone's name in minutes; null for a name that is none.</summary>
    public static int? Zone(ReadOnlySpan<char> name)
    {
        if (name.Length > 6)
        {
            return null;
        }
        Span<char> upper = stackalloc char[6];
        ReadOnlySpan<char> zone = upper[..name.ToUpperInvariant(upper)];
        return zone switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" or "ZULU" => 0,
            "AT" or "AST" or "EDT" or "CLT" => -4 * 60,
            "ADT" or "BRT" or "ART" => -3 * 60,
            "NST" => -210,
            "NDT" => -150,
            "ET" or "EST" or "CDT" or "COT" or "PET" => -5 * 60,
            "CT" or "CST" or "MDT" => -6 * 60,
            "MT" or "MST" or "PDT" => -7 * 60,
            "PT" or "PST" or "AKDT" => -8 * 60,
            "AKST" => -9 * 60,
            "HST" => -10 * 60,
            "BST" or "CET" or "MET" or "MEZ" or "WAT" or "WEST" => 60,
            "CEST" or "MEST" or "MESZ" or "EET" or "SAST" or "CAT" => 2 * 60,
            "EEST" or "MSK" or "EAT" or "TRT" => 3 * 60,
            "GST" or "SAMT" => 4 * 60,
            "PKT" => 5 * 60,
            "IST" => 330,
            "NPT" => 345,
            "ICT" or "WIB" => 7 * 60,
            "HKT" or "SGT" or "AWST" or "PHT" or "MYT" => 8 * 60,
            "JST" or "KST" => 9 * 60,
            "AEST" => 10 * 60,
            "AEDT" => 11 * 60,
            "NZST" => 12 * 60,
            "NZDT" => 13 * 60,
            _ => null,
        };
    }

    private static Dictionary<string, int> Load()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        using var stream = typeof(FeedDateWords).Assembly.GetManifestResourceStream("Fetching/Feeds/Dates/month-words.tsv")
            ?? throw new InvalidOperationException("could not read the month names while loading the program; it is damaged");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == '#')
            {
                continue;
            }
            var month = int.Parse(line.AsSpan(0, tab), System.Globalization.CultureInfo.InvariantCulture);
            foreach (var name in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name, month);
            }
        }
        return months;
    }
}
