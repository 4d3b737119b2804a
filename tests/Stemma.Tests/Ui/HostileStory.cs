using Stemma.Model;

namespace Stemma.Tests.Ui;

/// <summary>A story whose every text tries to leave its place: markup, attributes, addresses, terminal control codes.</summary>
internal static class HostileStory
{
    public const string Title = "\"><script>alert(1)</script>\e]0;owned\a\e[2J\u009b31m' onclick='x \u202edesrever\ud800 &lt;b&gt;";

    public static StoryBrief Build()
    {
        var m = new StoryMaker();
        m.Add("one", Sketch("one", "<img src=x onerror=alert(2)>\e[31m", new Uri("javascript:alert(3)")),
            $"The mayor said: “{Title}” and left.", "<b onclick=x>Nothing</b> else\u0007 happened \e[5mhere.");
        m.Add("two", Sketch("two", "Other\u009f Post", new Uri("https://other.example/?a=\"><script>1</script>")),
            $"The mayor said: “{Title}” again.");
        var story = new Story(new StoryId(m["one"].Id.Value), m.Accounts);
        var nodes = story.Accounts.Select((a, i) => new LineageNode(i, LineageNodeKind.Account, a.Outlet, a.Outlet, a.Id)).ToList();
        var root = nodes.First(n => n.Account == m["one"].Id).Index;
        var all = new Evidence(m["one"].Id, new TextSpan(0, m["one"].Article.Text.Length));
        var other = new Evidence(m["two"].Id, new TextSpan(0, m["two"].Article.Text.Length));
        var beyond = new Evidence(m["two"].Id, new TextSpan(5, 99_999));
        var why = new Explanation("rule.<script>", Title, double.NaN, [all, other, beyond]);
        return new StoryBrief
        {
            Story = story,
            Lineage = new Lineage
            {
                Story = story.Id,
                Nodes = nodes,
                Links = [new SourceLink { Id = ItemId.Of('k', [other]), From = 1 - root, To = root, Kind = SourceLinkKind.Cites, OnTheNews = true, Scopes = [other], Explanation = why }],
                Origins = [.. story.Accounts.Select(a => new AccountOrigin(a.Id, FirstHand.Yes, [root], why))],
                Roots = [new LineageRoot(root, true, [m["two"].Id], why)],
                IndependentRoots = 1,
                UnclearOrigins = 0,
                Explanation = why,
            },
            HeadlineOf = m["one"].Id,
            HeadlineReason = why,
            Claims = [new Claim { Id = ItemId.Of('c', [all]), Words = all, Status = ClaimStatus.Reported, Supports = [new ClaimSupport(all, ClaimStatus.Reported, true, [Title], why)], Roots = [Title], IsTheNews = true, Explanation = why }],
            Statements = [new Statement(ItemId.Of('t', [all]), StatusKind.Denied, Title, [all, other, beyond], [Title], why)],
            Utterances = [new Utterance(ItemId.Of('u', [all]), Title, [new Wording(m["one"].Id, [all.Span], [new TextSpan(3, 20)], Title, Title), new Wording(m["two"].Id, [beyond.Span], [beyond.Span], null, null)], why)],
            Differences = [new Difference(ItemId.Of('d', [all]), DifferenceKind.Wording, true, [new DifferenceSide(Title, [all], [all]), new DifferenceSide("", [beyond], [beyond])], why)],
            OnlyInOne = [new OnlyIn(ItemId.Of('o', [all]), all, why)],
            Next = [new BriefLine(ItemId.Of('n', [all]), all, why)],
            Timeline = [new TimelineEvent(ItemId.Of('e', [all]), DateOnly.MinValue, DateOnly.MaxValue, all, [m["one"].Id], why)],
            People = [new Person(ItemId.Of('p', [all]), Title, all, 1, 1, all)],
        };
    }

    private static Article Sketch(string source, string outlet, Uri url) => new()
    {
        Id = default,
        Text = "",
        Source = source + "\e[1m",
        Outlet = outlet,
        Title = Title,
        Bylines = [Title],
        Language = "x\" onclick=\"y",
        Url = url,
    };
}
