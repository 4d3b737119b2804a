namespace Stemma.Analyzing;

/// <summary>What the finder of names knows of English.</summary>
internal static class EnglishNames
{
    private static readonly HashSet<string> Particles = WordLists.Of("de la van von der den bin al el ibn da di del du le st. dos das ben ter af y");
    private static readonly HashSet<string> Links = WordLists.Of("of for and on the &");

    private static readonly HashSet<string> OrganisationWords = WordLists.Of("""
        department ministry university college school institute institution council committee commission agency authority bureau office party union
        association federation foundation society church bank company corporation corp. inc. inc ltd ltd. llc group holdings court senate house congress
        parliament assembly army navy force forces guard police service services administration board trust fund center centre club league team hospital
        laboratory lab museum network organization organisation alliance coalition movement front brigade cartel airlines airways air motors industries
        systems technologies software pharmaceuticals partners associates campaign embassy consulate treasury pentagon white kremlin tribunal chamber
        exchange conference project program programme initiative caucus republicans democrats
        """);

    private static readonly HashSet<string> NeverNames = WordLists.Of("""
        i monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
        when where why how what who which while after before since although though because until unless if as and but or so
        however meanwhile the a an this that these those he she it they we you his her their its our my your there here not no yes
        former acting incumbent longtime late
        i'm i've i'd i'll mon tue wed thu fri sat sun god
        """);

    private static readonly Dictionary<string, Gender> Titles = new(StringComparer.Ordinal)
    {
        ["mr"] = Gender.Male, ["mrs"] = Gender.Female, ["ms"] = Gender.Female, ["miss"] = Gender.Female,
            ["sir"] = Gender.Male, ["lord"] = Gender.Male,
        ["lady"] = Gender.Female, ["king"] = Gender.Male, ["queen"] = Gender.Female, ["prince"] = Gender.Male,
            ["princess"] = Gender.Female,
        ["congressman"] = Gender.Male, ["congresswoman"] = Gender.Female, ["chairman"] = Gender.Male,
            ["chairwoman"] = Gender.Female,
        ["spokesman"] = Gender.Male, ["spokeswoman"] = Gender.Female, ["first lady"] = Gender.Female,
            ["pope"] = Gender.Male,
        ["dr"] = default, ["prof"] = default, ["professor"] = default, ["president"] = default,
            ["vice president"] = default, ["prime minister"] = default,
        ["minister"] = default, ["foreign minister"] = default, ["defense minister"] = default,
            ["defence minister"] = default, ["finance minister"] = default,
        ["secretary"] = default, ["secretary of state"] = default, ["secretary of defense"] = default,
            ["secretary general"] = default, ["senator"] = default,
        ["sen"] = default, ["representative"] = default, ["rep"] = default, ["gov"] = default, ["governor"] = default,
            ["mayor"] = default, ["judge"] = default,
        ["justice"] = default, ["chief justice"] = default, ["attorney general"] = default, ["general"] = default,
            ["gen"] = default, ["colonel"] = default,
        ["col"] = default, ["lieutenant"] = default, ["lt"] = default, ["captain"] = default, ["capt"] = default,
            ["sergeant"] = default, ["sgt"] = default,
        ["admiral"] = default, ["adm"] = default, ["major"] = default, ["chancellor"] = default,
            ["director"] = default, ["speaker"] = default,
        ["house speaker"] = default, ["chief"] = default, ["sheriff"] = default, ["officer"] = default,
            ["detective"] = default, ["rev"] = default,
        ["reverend"] = default, ["bishop"] = default, ["archbishop"] = default, ["cardinal"] = default,
            ["rabbi"] = default, ["imam"] = default,
        ["ambassador"] = default, ["commissioner"] = default, ["councillor"] = default, ["councilman"] = Gender.Male,
            ["councilwoman"] = Gender.Female,
        ["ceo"] = default, ["coach"] = default, ["premier"] = default, ["taoiseach"] = default, ["chair"] = default,
            ["majority leader"] = default,
        ["minority leader"] = default, ["treasurer"] = default, ["coroner"] = default, ["superintendent"] = default,
            ["inspector"] = default,
        ["vice-president"] = default, ["deputy"] = default, ["spokesperson"] = default, ["candidate"] = default,
            ["lt. gov"] = default,
        ["press secretary"] = default, ["national security adviser"] = default, ["leader"] = default,
            ["reporter"] = default, ["editor"] = default,
    };

    private static readonly HashSet<string> RoleWords = WordLists.Of("""
        president chief head chair fellow scholar student mayor judge attorney counsel general captain veteran resident native mother father wife husband son
        daughter brother sister widow friend member candidate delegate activist volunteer expert official executive co-founder spokesperson nurse coach host
        chancellor premier architect surgeon physician analyst economist scientist aide secretary king queen prince pope priest guard witness victim critic
        """);

    private static readonly HashSet<string> NoRoles = WordLists.Of("""
        center newspaper paper maker manufacturer publisher retailer carrier provider lender number order river border letter matter computer tower power
        super member-state chapter quarter theater corner water layer cover dinner summer winter user server cluster filter meter
        """);

    private static bool IsRole(string noun) =>
        RoleWords.Contains(noun) || (noun.Length > 5 && !NoRoles.Contains(noun)
            && (noun.EndsWith("er", StringComparison.Ordinal) || noun.EndsWith("or", StringComparison.Ordinal)
            || noun.EndsWith("ist", StringComparison.Ordinal) || noun.EndsWith("ian", StringComparison.Ordinal)
            || noun.EndsWith("man", StringComparison.Ordinal)));

    public static NameRules Rules(EnglishLexicon lexicon) => new()
    {
        Particles = Particles,
        OrganisationLinks = Links,
        OrganisationWords = OrganisationWords,
        Titles = Titles,
        NeverNames = NeverNames,
        IsRole = IsRole,
        Press = EnglishPress.Words,
        IsSpeechVerb = lexicon.IsSpeech,
    };
}
