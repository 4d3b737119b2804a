using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Finds what an id names in the stories of a run, and gathers what it rests on.</summary>
internal sealed class StoryExplainer
{
    private readonly List<(StoryItem Item, StoryBrief Brief)> _items;

    public StoryExplainer(IReadOnlyList<StoryBrief> briefs)
    {
        _items = [.. briefs.SelectMany(b => StoryItems.Of(b).Select(i => (i, b))).DistinctBy(i => i.i.Id)];
        Ids = ShortIds.Of(briefs);
    }

    public ShortIds Ids { get; }

    /// <summary>
    /// Everything whose id begins so, in the order of the brief. A whole id names one thing only. Upper case is taken as
    /// lower case, and after the first letter o as 0, i and l as 1: the alphabet of the ids has none of them.
    /// </summary>
    public IReadOnlyList<ExplainedItem> Find(string beginning)
    {
        var wanted = beginning.Trim().ToLowerInvariant();
        if (wanted.Length > 1)
        {
            wanted = wanted[0] + wanted[1..].Replace('o', '0').Replace('i', '1').Replace('l', '1');
        }
        return wanted.Length == 0 ? [] :
        [
            .. _items.Where(i => i.Item.Id.StartsWith(wanted, StringComparison.Ordinal))
                .Select(i => Explain(i.Item, new StoryReading(i.Brief, Ids))),
        ];
    }

    private static ExplainedItem Explain(StoryItem item, StoryReading story)
    {
        var (title, parts) = item.Thing switch
        {
            StoryBrief brief => (story.Headline, StoryParts(brief)),
            Account account => ($"{story.Outlet(account.Id)}: {CleanText.Of(account.Article.Title)}", AccountParts(story, account)),
            Article version => (CleanText.Of(version.Title), [VersionPart(version)]),
            SourceLink link => (LinkTitle(story, link), LinkParts(link)),
            Claim claim => (story.Words(claim.Words), ClaimParts(story, claim)),
            Statement statement => ($"{CleanText.Of(statement.Party ?? "A party")} {Label.Of(statement.Kind)}",
                [ExplainedPart.Of("why", statement.Explanation), new ExplainedPart("the sentences", null, statement.Words)]),
            Utterance utterance => (CleanText.Of(utterance.Speaker), UtteranceParts(story, utterance)),
            Difference difference => (Label.Of(difference.Kind) + (difference.IsOutright ? ", outright" : difference.HasChanged ? ", changed since" : ", told differently"), DifferenceParts(difference)),
            OnlyIn only => (story.Words(only.Words), [ExplainedPart.Of("why", only.Explanation), new ExplainedPart("the sentence", null, [only.Words])]),
            BriefLine line => (story.Words(line.Words), [ExplainedPart.Of("why", line.Explanation), new ExplainedPart("the sentence", null, [line.Words])]),
            TimelineEvent happened => ($"{MomentText.Days(happened.From, happened.To)}: {story.Words(happened.Words)}",
                [ExplainedPart.Of("why that day", happened.Explanation), new ExplainedPart("the sentence", null, [happened.Words])]),
            Person person => (CleanText.Of(person.Name), PersonParts(person)),
            _ => throw new InvalidOperationException($"Could not explain {item.Id}: it is of no known kind."),
        };
        return new ExplainedItem(item.Id, item.Kind, title, story, parts);
    }

    private static List<ExplainedPart> StoryParts(StoryBrief brief) =>
    [
        ExplainedPart.Of("the headline", brief.HeadlineReason),
        ExplainedPart.Of("the independent roots", brief.Lineage.Explanation),
        .. brief.Lineage.Roots.Select(r => ExplainedPart.Of("the root " + brief.Lineage.Nodes[r.Node].Name, r.Explanation)),
        .. brief.Story.Accounts.Select(a => ExplainedPart.Of("why in this story: " + a.Outlet, a.Assignment)),
    ];

    private static List<ExplainedPart> AccountParts(StoryReading story, Account account) =>
    [
        .. story.OriginOf(account.Id) is { } origin ? [ExplainedPart.Of(Label.Of(origin.FirstHand), origin.Explanation)] : (ExplainedPart[])[],
        ExplainedPart.Of("why in this story", account.Assignment),
        .. account.EarlierVersions.Select(VersionPart),
    ];

    private static ExplainedPart VersionPart(Article version) =>
        new($"earlier version {version.Id}, read from {version.Source}", null,
            version.Text.Length > 0 ? [new Evidence(version.Id, new TextSpan(0, Math.Min(version.Text.Length, 200)))] : []);

    private static string LinkTitle(StoryReading story, SourceLink link)
    {
        var nodes = story.Brief.Lineage.Nodes;
        return Label.Of(link.Kind, story.Outlet(nodes[link.From]), story.Outlet(nodes[link.To]));
    }

    private static List<ExplainedPart> LinkParts(SourceLink link) =>
    [
        ExplainedPart.Of("the proof", link.Explanation),
        .. link.Scopes.Count > 0 ? [new ExplainedPart("what is laid to it", null, link.Scopes)] : (ExplainedPart[])[],
    ];

    private static List<ExplainedPart> ClaimParts(StoryReading story, Claim claim) =>
    [
        ExplainedPart.Of(claim.Roots.Count == 0
            ? $"{Label.Of(claim.Status)}, roots unclear"
            : $"{Label.Of(claim.Status)}, on {string.Join(", ", claim.Roots)}", claim.Explanation),
        .. claim.Supports.Select(s => new ExplainedPart(
            $"{story.Outlet(s.Words.Article)}: {Label.Of(s.Status)}{(s.IsHedged ? ", held open" : "")}"
                + (s.OnWordOf.Count > 0 ? ", on the word of " + string.Join(", ", s.OnWordOf) : ""),
            s.Explanation, [s.Words, .. s.Explanation.Evidence.Where(e => e != s.Words)])),
    ];

    private static List<ExplainedPart> UtteranceParts(StoryReading story, Utterance utterance) =>
    [
        ExplainedPart.Of("why they are one utterance", utterance.Explanation),
        .. utterance.Wordings.Select(w => new ExplainedPart(
            $"in the words of {story.Outlet(w.Account)}{(w.Setting is null ? "" : ", " + w.Setting)}{(w.Via is null ? "" : ", from " + w.Via)}",
            null, [.. w.Parts.Select(p => new Evidence(w.Account, p))])),
    ];

    private static List<ExplainedPart> DifferenceParts(Difference difference) =>
    [
        ExplainedPart.Of("what differs", difference.Explanation),
        .. difference.Sides.Select(s => new ExplainedPart(s.Value, null, s.Words)),
    ];

    private static List<ExplainedPart> PersonParts(Person person) =>
    [
        .. person.Description is { } words ? [new ExplainedPart("who it is", null, [words])] : (ExplainedPart[])[],
        new("first named", null, [person.FirstMention]),
    ];
}
