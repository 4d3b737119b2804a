namespace Stemma.Analyzing;

/// <summary>What the finder of names knows of German.</summary>
internal static class GermanNames
{
    private static readonly Dictionary<string, Gender> Titles = new(StringComparer.Ordinal)
    {
        ["herr"] = Gender.Male, ["frau"] = Gender.Female, ["dr"] = default, ["prof"] = default,
            ["präsident"] = Gender.Male, ["präsidentin"] = Gender.Female,
        ["bundeskanzler"] = Gender.Male, ["bundeskanzlerin"] = Gender.Female, ["kanzler"] = Gender.Male,
            ["kanzlerin"] = Gender.Female, ["minister"] = Gender.Male,
        ["ministerin"] = Gender.Female, ["außenminister"] = Gender.Male, ["außenministerin"] = Gender.Female,
            ["innenminister"] = Gender.Male,
        ["innenministerin"] = Gender.Female, ["ministerpräsident"] = Gender.Male,
            ["ministerpräsidentin"] = Gender.Female, ["sprecher"] = Gender.Male,
        ["sprecherin"] = Gender.Female, ["bürgermeister"] = Gender.Male, ["bürgermeisterin"] = Gender.Female,
            ["oberbürgermeister"] = Gender.Male,
        ["us-präsident"] = Gender.Male, ["bundespräsident"] = Gender.Male, ["finanzminister"] = Gender.Male,
            ["verteidigungsminister"] = Gender.Male,
        ["verteidigungsministerin"] = Gender.Female, ["vorsitzender"] = Gender.Male, ["vorsitzende"] = default,
            ["chef"] = Gender.Male, ["chefin"] = Gender.Female,
        ["richter"] = Gender.Male, ["richterin"] = Gender.Female, ["staatsanwalt"] = Gender.Male,
            ["papst"] = Gender.Male, ["könig"] = Gender.Male,
        ["königin"] = Gender.Female, ["professor"] = Gender.Male, ["professorin"] = Gender.Female,
            ["abgeordneter"] = Gender.Male, ["abgeordnete"] = default,
        ["premierminister"] = Gender.Male, ["premierministerin"] = Gender.Female, ["premier"] = Gender.Male,
            ["trainer"] = Gender.Male, ["direktor"] = Gender.Male,
        ["direktorin"] = Gender.Female, ["generalsekretär"] = Gender.Male, ["generalsekretärin"] = Gender.Female,
            ["experte"] = Gender.Male,
    };

    public static NameRules Rules(GermanLexicon lexicon) => new()
    {
        Particles = WordLists.Of("von van zu zum zur de der den di da al bin el und"),
        OrganisationLinks = WordLists.Of("für of der des"),
        OrganisationWords = WordLists.Of("""
            ministerium universität gmbh ag partei gewerkschaft verband bundesamt bank kommission polizei institut verein behörde union regierung bundestag bundesrat
            senat gericht bundesgericht stiftung rat
            """),
        Titles = Titles,
        NeverNames = WordLists.Of("montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember uhr der die das ein eine er sie es"),
        IsRole = noun => noun.EndsWith("er", StringComparison.Ordinal)
        || noun.EndsWith("erin", StringComparison.Ordinal) || noun.EndsWith("chef", StringComparison.Ordinal),
        Press = GermanPress.Words,
        NounsAreCapitalised = true,
        IsSpeechVerb = lexicon.IsSpeech,
    };
}
