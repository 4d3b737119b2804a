using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>What the tokenizer and the sentence splitter know of English.</summary>
internal static class EnglishTokens
{
    private static readonly string[] Bound =
    [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "maj", "adm", "cmdr",
            "rev", "hon", "st", "ft", "mt",
        "vs", "no", "nos", "fig", "sens", "reps", "messrs", "pres", "supt", "det", "cpl", "pvt", "atty", "ald", "insp",
        "e.g", "i.e", "fr", "msgr", "amb",
    ];

    private static readonly string[] Free =
    [
        "jr", "sr", "inc", "corp", "co", "ltd", "llc", "bros", "dept", "univ", "assn", "ave", "blvd", "rd", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "etc", "est", "approx", "ala", "ariz", "ark", "calif", "colo", "conn",
        "del", "fla", "ga", "ill", "ind", "kan",
        "ky", "md", "mich", "minn", "miss", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt",
        "wash", "wis", "wyo", "mass", "a.m", "p.m",
        "u.s", "u.k", "u.n", "d.c",
    ];

    public static TokenRules Rules { get; } = new(
        new HashSet<string>([.. Bound, .. Free], StringComparer.Ordinal),
        new HashSet<string>(Bound, StringComparer.Ordinal),
        WordLists.Of("""
            the a an he she it they we i you his her their its this that these those in on at but and as if when while after before for with however
            there what who why how no not so then still now according since although though under over by from to one some many most all both even
            """),
        SplitsClitics: true,
        OrdinalPoint: false);
}
