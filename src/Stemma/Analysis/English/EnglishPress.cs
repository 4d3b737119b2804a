namespace Stemma.Analyzing;

/// <summary>How English speaks of outlets.</summary>
internal static class EnglishPress
{
    public static PressWords Words { get; } = new()
    {
        NameWords = WordLists.Of("""
            times post herald gazette news tribune journal chronicle courier observer press wire agency radio tv broadcasting bulletin dispatch examiner
            globe inquirer mail monitor register reporter review sentinel standard star sun telegraph mirror echo argus advertiser mercury leader
            independent broadcaster television today daily weekly record ledger messenger enquirer guardian spectator statesman newswire zeitung blatt bote
            anzeiger kurier rundschau nachrichten presse allgemeine
            """),
        Nouns = WordLists.Of("""
            newspaper paper outlet agency broadcaster network magazine publication daily weekly website site newsroom newswire tabloid broadsheet station
            """),
        AgencyNouns = WordLists.Of("agency wire newswire"),
        Works = WordLists.Of("report article story investigation dispatch exclusive account"),
        CompanyNouns = WordLists.Of("chain chains group groups company companies owner owners publisher publishers industry"),
        Reports = WordLists.Of("told tells reported reports published notes noted wrote writes revealed reveals"),
        Doubtful = WordLists.Of("democrat republican independent conservative liberal"),
        Articles = WordLists.Of("the this that its"),
    };

    /// <summary>What an outlet does when it reports, and how sure each is: in [0, 1] that it is credited as
    /// origin.</summary>
    public static IReadOnlyDictionary<string, double> ReportVerbs { get; } = new Dictionary<string,
        double>(StringComparer.Ordinal)
    {
        ["report"] = 0.97, ["reveal"] = 0.95, ["write"] = 0.9, ["say"] = 0.9, ["note"] = 0.9, ["find"] = 0.85,
            ["learn"] = 0.95, ["publish"] = 0.9,
        ["add"] = 0.88, ["describe"] = 0.8, ["quote"] = 0.85, ["cite"] = 0.85, ["confirm"] = 0.95, ["verify"] = 0.95,
            ["corroborate"] = 0.95,
        ["announce"] = 0.7, ["claim"] = 0.85, ["allege"] = 0.85, ["suggest"] = 0.8, ["state"] = 0.85,
            ["detail"] = 0.85, ["outline"] = 0.85,
        ["explain"] = 0.8, ["observe"] = 0.8, ["point"] = 0.8, ["uncover"] = 0.95, ["disclose"] = 0.95,
            ["obtain"] = 0.95, ["unearth"] = 0.95,
        ["estimate"] = 0.8, ["show"] = 0.75, ["indicate"] = 0.75, ["put"] = 0.8, ["call"] = 0.45, ["argue"] = 0.75,
            ["see"] = 0.5, ["review"] = 0.85,
        ["identify"] = 0.8, ["discover"] = 0.9, ["break"] = 0.9, ["document"] = 0.85, ["release"] = 0.8,
            ["post"] = 0.8, ["recount"] = 0.8, ["tell"] = 0.6,
        ["analyze"] = 0.8, ["calculate"] = 0.85, ["acquire"] = 0.9, ["stress"] = 0.8, ["conclude"] = 0.8,
            ["summarize"] = 0.8, ["tweet"] = 0.75, ["ran"] = 0.85, ["carried"] = 0.8, ["printed"] = 0.8,
    };

    /// <summary>Nouns beside an outlet's name that show somebody of its staff.</summary>
    public static IReadOnlySet<string> StaffNouns { get; } = WordLists.Of("""
        reporter anchor host columnist correspondent journalist editor contributor moderator commentator analyst writer producer pundit blogger photographer
        """);

    /// <summary>Nouns beside an outlet's name that show a poll.</summary>
    public static IReadOnlySet<string> PollNouns { get; } = WordLists.Of("poll polls survey surveys polling average tracking exit tracker");

    /// <summary>Social networks, as one posts on them.</summary>
    public static IReadOnlySet<string> Networks { get; } = WordLists.Of("""
        twitter facebook bluesky instagram telegram tiktok linkedin mastodon threads youtube weibo x truth reddit snapchat vk substack
        """);
}
