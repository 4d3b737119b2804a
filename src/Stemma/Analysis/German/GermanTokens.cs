using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>What the tokenizer and the sentence splitter know of German.</summary>
internal static class GermanTokens
{
    private static readonly string[] Bound =
    [
        "dr", "prof", "hr", "fr", "st", "nr", "bzw", "ca", "z.b", "d.h", "u.a", "o.g", "vgl", "sog", "evtl", "dipl",
            "ing", "abs", "art", "bd", "gen", "jun", "sen", "inkl", "max", "min", "s",
    ];

    private static readonly string[] Free = ["usw", "etc", "str", "jan", "feb", "aug", "sept", "okt", "nov", "dez",
        "mio", "mrd", "v.chr", "n.chr", "gmbh", "co"];

    public static TokenRules Rules { get; } = new(
        new HashSet<string>([.. Bound, .. Free], StringComparer.Ordinal),
        new HashSet<string>(Bound, StringComparer.Ordinal),
        WordLists.Of("""
            der die das ein eine er sie es wir ich ihr man dies diese dieser dieses in im am an auf aus bei mit nach seit von zu zum zur und aber als wenn
            während für gegen durch wie was wer auch so damit dabei dazu doch nun noch nur laut bis um trotz wegen insgesamt bereits weitere
            """),
        SplitsClitics: false,
        OrdinalPoint: true);
}
