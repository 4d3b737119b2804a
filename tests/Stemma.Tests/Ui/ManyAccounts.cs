using System.Globalization;
using Stemma.Model;

namespace Stemma.Tests.Ui;

/// <summary>Invented stories of any size: five roots, and accounts that cite, carry or copy them or one another.</summary>
internal static class ManyAccounts
{
    private static readonly string[] Places = ["North", "Harbour", "Valley", "Capital", "River", "Island", "Summit", "Border"];
    private static readonly string[] Papers = ["Herald", "Courier", "Tribune", "Radio", "Wire", "Post", "Observer"];

    public static StoryBrief Build(int count, int variant = 0)
    {
        var m = new StoryMaker();
        var roots = Math.Min(5, count);
        for (var i = 0; i < count; i++)
        {
            var at = new DateTimeOffset(2031, 3, 1, 6, 0, 0, TimeSpan.Zero).AddMinutes((i * 23) + (i / 30 * 600));
            m.Add(
                Key(i),
                new Article
                {
                    Id = default,
                    Text = "",
                    Source = $"pages/{variant}-{i:000}.html",
                    Outlet = Outlet(i),
                    Title = $"Dam at Ostrava Vale to be emptied after tremor as valley waits for word, officials of {Places[i % 8]} say",
                    Language = "en",
                    Url = new Uri($"https://outlet{i}.example/news/world/2031/03/01/dam-at-ostrava-vale-to-be-emptied-after-tremor-officials-say-{i}"),
                    Published = new Moment(at, true),
                },
                $"The dam at Ostrava Vale is to be emptied after a tremor of magnitude {4 + (i % 3)}, {Outlet(i < roots ? i : Parent(i))} has learned.",
                $"“Nobody in the valley is in danger, {(i % 4 == 0 ? "and nobody will be" : "none at all")},” minister Karel Dvorsky said.",
                $"Some {1200 + (i % 5 * 100)} people live below the dam.{(variant == 0 ? "" : $" Look {variant}.")}");
        }
        var story = new Story(new StoryId(m[Key(0)].Id.Value), m.Accounts);
        // A large story is rich in everything, so that the limits of a page are put to the test.
        var many = count >= 200 ? 30 : 0;
        var lead = story.Accounts.Select((_, i) => First(m, i)).ToList();
        return new StoryBrief
        {
            Story = story,
            Lineage = Trace(m, story, roots),
            HeadlineOf = m[Key(0)].Id,
            HeadlineReason = new Explanation("brief.headline", "The earliest.", null, []),
            Claims =
            [
                Claim(0, 0), .. Enumerable.Range(0, Math.Min(12, count)).Select(i => Claim(2, i)),
                .. Enumerable.Range(1, many).Select(i => Claim(0, i)), .. Enumerable.Range(0, many).Select(i => Claim(1, i)),
            ],
            Statements = [],
            Utterances =
            [
                new(ItemId.Of('u', lead), "Karel Dvorsky",
                    [.. story.Accounts.Select(a => new Wording(a.Id, [Inside(a, 1)], [], null, null))],
                    new Explanation("brief.utterance", "One speaker, the same words.", 0.9, [])),
                .. Enumerable.Range(0, many).Select(i => new Utterance(ItemId.Of('u', [At(i, 0)]), $"Speaker {i} of the valley council",
                    [.. Enumerable.Range(i, 12).Select(a => new Wording(story.Accounts[a].Id, [At(a, 0).Span], [new TextSpan(10, 30)], "at a news conference", null))],
                    new Explanation("brief.utterance", "One speaker, nearly the same words in the same order.", 0.8, [At(i, 0), At(i + 1, 0)]))),
            ],
            Differences =
            [
                new(ItemId.Of('d', lead), DifferenceKind.Number, true,
                    [.. Enumerable.Range(0, 5).Select(r => new DifferenceSide($"{1200 + (r * 100)}",
                        [.. story.Accounts.Where((_, i) => i % 5 == r).Select(a => new Evidence(a.Id, a.Article.Paragraphs[2]))],
                        [.. story.Accounts.Where((_, i) => i % 5 == r).Select(a => new Evidence(a.Id, a.Article.Paragraphs[2]))]))],
                    new Explanation("brief.number", "How many people live below the dam.", 5, [])),
                .. Enumerable.Range(0, many).Select(i => new Difference(ItemId.Of('d', [At(i, 0)]), DifferenceKind.Designation, i % 2 == 0,
                    [.. Enumerable.Range(0, 3).Select(side => new DifferenceSide($"tremor of magnitude {4 + side}",
                        [.. Enumerable.Range(0, 8).Select(a => At(i + side + (3 * a), 0))], [.. Enumerable.Range(0, 8).Select(a => At(i + side + (3 * a), 0))]))],
                    new Explanation("brief.designation", "The accounts class the same kind of thing under different names.", 3, [At(i, 0), At(i + 1, 0)]))),
            ],
            OnlyInOne = [.. story.Accounts.Take(60).Select(a => new OnlyIn(ItemId.Of('o', [new Evidence(a.Id, a.Article.Paragraphs[1])]), new Evidence(a.Id, a.Article.Paragraphs[1]), new Explanation("brief.only", "Nothing near.", 0.1, [])))],
            Next = [],
            Timeline = [],
            People = [],
        };

        Evidence At(int account, int paragraph) => new(story.Accounts[account].Id, story.Accounts[account].Article.Paragraphs[paragraph]);

        Claim Claim(int paragraph, int skip) => new()
        {
            Id = ItemId.Of('c', [new Evidence(story.Accounts[skip].Id, story.Accounts[skip].Article.Paragraphs[paragraph])]),
            Words = new Evidence(story.Accounts[skip].Id, story.Accounts[skip].Article.Paragraphs[paragraph]),
            Status = skip % 2 == 0 ? ClaimStatus.Confirmed : ClaimStatus.Reported,
            IsTheNews = paragraph == 0,
            Roots = [.. Enumerable.Range(0, Math.Min(roots, skip % 2 == 0 ? 3 : 1)).Select(Outlet)],
            Supports =
            [
                .. story.Accounts.Skip(skip).Select(a => new ClaimSupport(new Evidence(a.Id, a.Article.Paragraphs[paragraph]), ClaimStatus.Reported, false, [Outlet(0)],
                    new Explanation("brief.support", "The sentence says so.", null, []))),
            ],
            Explanation = new Explanation("brief.claim", "The sentences share names and numbers.", 0.8, []),
        };
    }

    private static Lineage Trace(StoryMaker m, Story story, int roots)
    {
        List<SourceLink> links = [];
        List<AccountOrigin> origins = [];
        for (var i = 0; i < story.Accounts.Count; i++)
        {
            var isUnclear = i >= roots && i % 17 == 0;
            if (i >= roots && !isUnclear)
            {
                links.Add(Link(i, Parent(i), (i % 9) switch { 0 => SourceLinkKind.Carries, 1 => SourceLinkKind.Copies, _ => SourceLinkKind.Cites }));
                if (i % 6 == 0)
                {
                    links.Add(Link(i, (Parent(i) + 1) % roots, SourceLinkKind.Cites) with { Id = ItemId.Of('k', [First(m, i)], "second") });
                }
            }
            origins.Add(new AccountOrigin(story.Accounts[i].Id, i < roots ? FirstHand.Yes : isUnclear ? FirstHand.Unclear : FirstHand.No,
                isUnclear ? [] : [Root(i)], new Explanation("lineage.origin", "As its links say.", null, [First(m, i)])));
        }
        if (roots > 1)
        {
            links.Add(Link(1, 0, SourceLinkKind.Confirms));
        }
        return new Lineage
        {
            Story = story.Id,
            Nodes = [.. story.Accounts.Select((a, i) => new LineageNode(i, LineageNodeKind.Account, a.Outlet, a.Outlet, a.Id))],
            Links = links,
            Origins = origins,
            Roots = [.. Enumerable.Range(0, roots).Select(r => new LineageRoot(r, true, [.. Enumerable.Range(roots, story.Accounts.Count - roots).Where(i => Root(i) == r).Select(i => story.Accounts[i].Id)], new Explanation("lineage.root", "It rests on no other outlet.", null, [First(m, r)])))],
            IndependentRoots = roots,
            UnclearOrigins = origins.Count(o => o.FirstHand == FirstHand.Unclear),
            Explanation = new Explanation("lineage.roots", "Five outlets show reporting of their own.", roots, []),
        };

        SourceLink Link(int from, int to, SourceLinkKind kind) => new()
        {
            Id = ItemId.Of('k', [First(m, from)], $"{kind}"),
            From = from,
            To = to,
            Kind = kind,
            OnTheNews = true,
            Scopes = [First(m, from)],
            Explanation = new Explanation("lineage.cites", "It names the outlet.", 0.9, [Learned(m, from)]),
        };

        int Root(int i) => i < roots ? i : Root(Parent(i));
    }

    // One in four rests on an account that itself rests on another.
    private static int Parent(int i) => i % 4 == 3 && i > 12 ? i / 2 : i % 11 == 0 ? 4 : i % 3;

    private static string Key(int i) => i.ToString(CultureInfo.InvariantCulture);

    private static string Outlet(int i) => $"{Places[i % 8]} {Papers[i % 7]}{(i < 56 ? "" : $" {i / 56}")}";

    private static Evidence First(StoryMaker m, int i) => new(m[Key(i)].Id, m[Key(i)].Article.Paragraphs[0]);

    private static Evidence Learned(StoryMaker m, int i)
    {
        var text = m[Key(i)].Article.Text;
        var end = text.IndexOf(" has learned", StringComparison.Ordinal) + 12;
        return new Evidence(m[Key(i)].Id, new TextSpan(text.LastIndexOf(',', end) + 2, end));
    }

    private static TextSpan Inside(Account account, int paragraph)
    {
        var text = account.Article.Text;
        var start = text.IndexOf('“', account.Article.Paragraphs[paragraph].Start) + 1;
        return new TextSpan(start, text.IndexOf('”', start));
    }
}
