using Stemma.Model;

namespace Stemma.Tests.Ui;

internal static partial class HarbourStory
{
    private static List<Claim> Claims(StoryMaker m) =>
    [
        Claim(m, ClaimStatus.Confirmed, true, ["Harbour Gazette", "Northern Wire"], "Two roots have it.",
            ("wire", "Inspectors have found cracks in welds of the Merrow Bridge, an engineer with knowledge of the inspection told Northern Wire on Sunday, confirming a report by the Harbour Gazette.", ClaimStatus.Confirmed, ["an engineer with knowledge of the inspection"]),
            ("gazette", "The Merrow Bridge may be closed for months after inspectors found cracks in eleven of its forty main welds, according to an inspection report obtained by the Harbour Gazette.", ClaimStatus.Reported, ["an inspection report"]),
            ("radio", "The bridge to Merrow is shut to lorries after the Harbour Gazette first reported that cracks had been found in eleven welds.", ClaimStatus.Reported, ["Harbour Gazette"]),
            ("beacon", "Inspectors have found cracks in welds of the Merrow Bridge, an engineer with knowledge of the inspection told Northern Wire on Sunday, confirming a report by the Harbour Gazette.", ClaimStatus.Confirmed, ["Northern Wire"]),
            ("kuste", "Wie die Harbour Gazette berichtet, sind in elf Schweißnähten der Brücke Risse gefunden worden; die Agentur Northern Wire bestätigte das.", ClaimStatus.Reported, ["Harbour Gazette", "Northern Wire"])),
        Claim(m, ClaimStatus.Reported, false, ["Harbour Gazette"], "Only the Harbour Gazette has it; the other account has it from there.",
            ("gazette", "About 14,000 vehicles cross the bridge every day.", ClaimStatus.Reported, []),
            ("isle", "About 14,000 vehicles cross the bridge every day.", ClaimStatus.Reported, ["Harbour Gazette"])),
        Claim(m, ClaimStatus.Denied, false, ["Harbour Gazette"], "The party denies it.",
            ("gazette", "Brandt Marine, which built the bridge in 2019, denied that its welding was at fault.", ClaimStatus.Denied, ["Brandt Marine"])),
        Claim(m, ClaimStatus.Disputed, false, ["Harbour Gazette", "Northern Wire"], "The two accounts put it against one another.",
            ("wire", "Brandt Marine said its work had met every standard.", ClaimStatus.Disputed, ["Brandt Marine"])),
        Claim(m, ClaimStatus.Declined, false, ["Harbour Gazette"], "The party would not say.",
            ("gazette", "The transport ministry declined to comment.", ClaimStatus.Declined, ["the transport ministry"])),
        Claim(m, ClaimStatus.Unclear, false, [], "The account does not tell on whose word it has it.",
            ("dock", "The Merrow Bridge, opened in 2019, is the island’s only road link, and several welds are cracked.", ClaimStatus.Unclear, [])),
    ];

    private static Claim Claim(
        StoryMaker m, ClaimStatus status, bool isTheNews, string[] roots, string why,
        params (string Key, string Words, ClaimStatus Status, string[] OnWordOf)[] supports) => new()
    {
        Id = ItemId.Of('c', supports.Select(s => m.Find(s.Key, s.Words))),
        Words = m.Find(supports[0].Key, supports[0].Words),
        Status = status,
        Supports =
        [
            .. supports.Select(s => new ClaimSupport(m.Find(s.Key, s.Words), s.Status, s.Words.Contains("may", StringComparison.Ordinal), s.OnWordOf,
                m.Why("brief.support", "The sentence says so.", null, (s.Key, s.Words)))),
        ],
        Roots = roots,
        IsTheNews = isTheNews,
        Explanation = m.Why("brief.claim", why, roots.Length, (supports[0].Key, supports[0].Words)),
    };

    private static List<Statement> Statements(StoryMaker m) =>
    [
        new(ItemId.Of('t', [m.Find("gazette", "denied that its welding")]), StatusKind.Denied, "Brandt Marine",
            [m.Find("gazette", "Brandt Marine, which built the bridge in 2019, denied that its welding was at fault.")], [],
            m.Why("brief.statement", "“denied” is its verb.", null, ("gazette", "denied"))),
        new(ItemId.Of('t', [m.Find("gazette", "declined to comment")]), StatusKind.Declined, "the transport ministry",
            [m.Find("gazette", "The transport ministry declined to comment.")], ["Harbour Gazette"],
            m.Why("brief.statement", "“declined to comment” is its verb.", null, ("gazette", "declined to comment"))),
    ];

    private static List<Utterance> Utterances(StoryMaker m)
    {
        const string full = "We will not open the bridge again until every single weld has been looked at, and that may take until autumn";
        const string cut = "We will not open the bridge until every weld has been looked at.";
        const string german = "Wir öffnen die Brücke erst wieder, wenn jede Naht geprüft ist";
        return
        [
            new(ItemId.Of('u', [m.Find("gazette", full), m.Find("wire", cut)]), "Ada Lindqvist",
                [
                    new Wording(m["gazette"].Id, [m.Span("gazette", full)], [], "on Saturday", null),
                    new Wording(m["wire"].Id, [m.Span("wire", cut)], [], "told a news conference", null),
                    new Wording(m["beacon"].Id, [m.Span("beacon", cut)], [], "told a news conference", "Northern Wire"),
                    new Wording(m["kuste"].Id, [m.Span("kuste", german)], [m.Span("kuste", "jede Naht geprüft ist")], null, null),
                ],
                m.Why("brief.utterance", "One speaker, and nearly the same words in the same order.", 0.88, ("gazette", full), ("wire", cut))),
            new(ItemId.Of('u', [m.Find("wire", "eleven welds were affected")]), "the engineer",
                [new Wording(m["wire"].Id, [m.Span("wire", "eleven welds were affected")], [], null, null)],
                m.Why("brief.utterance", "One account has it.", null, ("wire", "said eleven welds were affected"))),
        ];
    }

    private static List<Difference> Differences(StoryMaker m) =>
    [
        new(ItemId.Of('d', [m.Find("wire", "eleven welds"), m.Find("isle", "14 welds")]), DifferenceKind.Number, true,
            [
                Side(m, "11", ("gazette", "eleven of its forty main welds", "The Merrow Bridge may be closed for months after inspectors found cracks in eleven of its forty main welds, according to an inspection report obtained by the Harbour Gazette."), ("wire", "eleven welds", "The engineer, who was not allowed to speak publicly, said eleven welds were affected.")),
                Side(m, "14", ("isle", "14 welds", "The island’s only bridge has cracks in 14 welds and may be closed for months.")),
            ],
            m.Why("brief.number", "How many welds are cracked: both count the same thing and cannot both be right.", 2, ("wire", "eleven welds"), ("isle", "14 welds"))),
        new(ItemId.Of('d', [m.Find("dock", "several welds")]), DifferenceKind.Number, false,
            [
                Side(m, "11", ("wire", "eleven welds", "The engineer, who was not allowed to speak publicly, said eleven welds were affected.")),
                Side(m, "several", ("dock", "several welds", "The Merrow Bridge, opened in 2019, is the island’s only road link, and several welds are cracked.")),
            ],
            m.Why("brief.number", "How many welds are cracked: one is only less precise.", 2, ("wire", "eleven welds"), ("dock", "several welds"))),
    ];

    private static DifferenceSide Side(StoryMaker m, string value, params (string Key, string Words, string Sentence)[] accounts) =>
        new(value, [.. accounts.Select(a => m.Find(a.Key, a.Words))], [.. accounts.Select(a => m.Find(a.Key, a.Sentence))]);
}
