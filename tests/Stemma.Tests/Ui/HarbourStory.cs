using Stemma.Model;

namespace Stemma.Tests.Ui;

/// <summary>
/// An invented event in seven accounts on two independent roots: what every view is tested with. One page holds three of
/// the accounts, one account is another's wire text, one is in German, one was changed later, and one tells no origin.
/// </summary>
internal static partial class HarbourStory
{
    private static readonly string[] Order = ["gazette", "wire", "radio", "beacon", "isle", "kuste", "dock"];

    public static StoryBrief Build()
    {
        var m = new StoryMaker();
        AddAccounts(m);
        var story = new Story(new StoryId(m["gazette"].Id.Value), m.Accounts);
        return new StoryBrief
        {
            Story = story,
            Lineage = Trace(m, story),
            HeadlineOf = m["gazette"].Id,
            HeadlineReason = new Explanation("brief.headline", "It names what most accounts lead with, and no judgement stands in it.", null, []),
            Claims = Claims(m),
            Statements = Statements(m),
            Utterances = Utterances(m),
            Differences = Differences(m),
            OnlyInOne =
            [
                Only(m, "isle", "The ferry company has hired two more boats.", 0.08),
                Only(m, "gazette", "The report, dated 28 April, says the cracks were found on the seaward side and had not been there two years ago.", 0.21),
            ],
            Next =
            [
                Line(m, "radio", "Ferries will carry lorries from Tuesday.", "will", "Says what is to come: “will”."),
                Line(m, "dock", "The council meets on 12 May to decide on repairs.", "on 12 May", "Its date is after the account’s."),
            ],
            Timeline =
            [
                Event(m, new DateOnly(2019, 1, 1), new DateOnly(2019, 12, 31), "dock", "The Merrow Bridge, opened in 2019, is the island’s only road link, and several welds are cracked.", "in 2019", "gazette"),
                Event(m, new DateOnly(2031, 4, 28), new DateOnly(2031, 4, 28), "gazette", "The report, dated 28 April, says the cracks were found on the seaward side and had not been there two years ago.", "28 April"),
            ],
            People =
            [
                new Person(ItemId.Of('p', [m.Find("gazette", "Ada Lindqvist")]), "Ada Lindqvist", m.Find("gazette", "harbour mayor"), 4, 1, m.Find("gazette", "Ada Lindqvist")),
            ],
        };
    }

    private static Lineage Trace(StoryMaker m, Story story)
    {
        int Index(string key) => story.Accounts.ToList().FindIndex(a => a.Id == m[key].Id);
        List<LineageNode> nodes = [.. story.Accounts.Select((a, i) => new LineageNode(i, LineageNodeKind.Account, a.Outlet, a.Outlet, a.Id))];
        nodes.Add(new LineageNode(nodes.Count, LineageNodeKind.Document, "an inspection report", "document", null));
        nodes.Add(new LineageNode(nodes.Count, LineageNodeKind.Source, "an engineer with knowledge of the inspection", "source", null));
        SourceLink Link(string from, int to, SourceLinkKind kind, string rule, string text, string words) => new()
        {
            Id = ItemId.Of('k', [m.Find(from, words)], $"{kind}{to}"),
            From = Index(from),
            To = to,
            Kind = kind,
            OnTheNews = true,
            Scopes = [m.Find(from, words)],
            Explanation = m.Why(rule, text, 0.93, (from, words)),
        };
        var (gazette, wire) = (Index("gazette"), Index("wire"));
        AccountOrigin Origin(string key, FirstHand firstHand, string text, string words, params int[] roots) =>
            new(m[key].Id, firstHand, roots, m.Why("lineage.origin", text, null, (key, words)));
        return new Lineage
        {
            Story = story.Id,
            Nodes = nodes,
            Links =
            [
                Link("gazette", 7, SourceLinkKind.ToldBy, "lineage.obtained", "It has the document itself.", "an inspection report obtained by the Harbour Gazette"),
                Link("wire", 8, SourceLinkKind.ToldBy, "lineage.told", "The person spoke to the outlet itself.", "an engineer with knowledge of the inspection told Northern Wire"),
                Link("radio", gazette, SourceLinkKind.Cites, "lineage.cites", "It names the Harbour Gazette as the first to report.", "the Harbour Gazette first reported"),
                Link("beacon", wire, SourceLinkKind.Carries, "lineage.carries", "Its credit line names Northern Wire, and nearly all of its text is that outlet’s.", "MERROW (Northern Wire)"),
                Link("isle", gazette, SourceLinkKind.Copies, "lineage.copies", "A sentence stands word for word in the earlier account, which is not named.", "About 14,000 vehicles cross the bridge every day."),
                Link("kuste", gazette, SourceLinkKind.Cites, "lineage.cites", "It names the Harbour Gazette.", "Wie die Harbour Gazette berichtet"),
                Link("kuste", wire, SourceLinkKind.Cites, "lineage.cites", "It names Northern Wire.", "die Agentur Northern Wire bestätigte das"),
                Link("wire", gazette, SourceLinkKind.Confirms, "lineage.confirms", "It bears out the report by a source of its own.", "confirming a report by the Harbour Gazette"),
            ],
            Origins =
            [
                .. Order.Select(key => key switch
                {
                    "gazette" => Origin(key, FirstHand.Yes, "It obtained the report and spoke to the mayor.", "obtained by the Harbour Gazette", gazette),
                    "wire" => Origin(key, FirstHand.Yes, "It has a source of its own.", "told Northern Wire", wire),
                    "dock" => Origin(key, FirstHand.Unclear, "It names nobody and shows no reporting of its own.", "several welds are cracked"),
                    "beacon" => Origin(key, FirstHand.No, "It is the text of Northern Wire.", "(Northern Wire)", wire),
                    "kuste" => Origin(key, FirstHand.No, "It lays the news to two outlets.", "berichtet", gazette, wire),
                    _ => Origin(key, FirstHand.No, "It rests on the Harbour Gazette.", key == "radio" ? "first reported" : "14,000 vehicles", gazette),
                }),
            ],
            Roots =
            [
                new LineageRoot(gazette, true, [m["radio"].Id, m["isle"].Id, m["kuste"].Id], m.Why("lineage.root", "It rests on no other outlet, and three accounts rest on it.", 3, ("gazette", "obtained by the Harbour Gazette"))),
                new LineageRoot(wire, true, [m["beacon"].Id, m["kuste"].Id], m.Why("lineage.root", "It confirms the news through a source of its own.", 2, ("wire", "told Northern Wire"))),
            ],
            IndependentRoots = 2,
            UnclearOrigins = 1,
            Explanation = new Explanation("lineage.roots", "Two outlets show reporting of their own on the news: Harbour Gazette and Northern Wire.", 2, []),
        };
    }

    private static OnlyIn Only(StoryMaker m, string key, string words, double nearest) =>
        new(ItemId.Of('o', [m.Find(key, words)]), m.Find(key, words), m.Why("brief.only", "No sentence of another account comes near it.", nearest, (key, words)));

    private static BriefLine Line(StoryMaker m, string key, string words, string telling, string why) =>
        new(ItemId.Of('n', [m.Find(key, words)]), m.Find(key, words), m.Why("brief.next", why, null, (key, telling)));

    private static TimelineEvent Event(StoryMaker m, DateOnly from, DateOnly to, string key, string words, string telling, params string[] others) =>
        new(ItemId.Of('e', [m.Find(key, words)]), from, to, m.Find(key, words), [m[key].Id, .. others.Select(o => m[o].Id)],
            m.Why("brief.dated", $"Dated by the words “{telling}”.", null, (key, telling)));
}
