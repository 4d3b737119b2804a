using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>
/// Step 6: what is known, who says what, what differs; all of it verbatim and cited. Nothing is written here: sentences are
/// chosen, aligned and compared.
/// </summary>
public sealed class BriefWriter(OutletRegistry outlets)
{
    /// <summary>The brief of a story. Pure: the same story and lineage give the same brief.</summary>
    public StoryBrief Brief(Story story, Lineage lineage)
    {
        var terms = new StoryTerms(story);
        var names = new SpeakerNames(story);
        // Most stories have one account, and it has nothing to be compared with.
        var isCompared = story.Accounts.Count > 1;
        var alignment = new ClaimAligner(terms, names).Align(isCompared ? story : story with { Accounts = [] });
        var judge = new ClaimJudge(terms, names, lineage);
        var utterances = new UtteranceGrouper(names).Group(story);
        var judged = alignment.Claims.Select(judge.Judge).ToList();
        // What no sentence of its own can represent was said by a claim before it.
        IReadOnlyList<Claim> claims = [.. judged.DistinctBy(static c => c.Words)];
        var next = new NextFinder(terms).Find(story, claims);
        var shown = judged.SelectMany(c => c.Supports).Select(s => s.Words).Concat(next.Select(n => n.Words)).ToHashSet();
        var matters = new MattersFinder(terms).Find(story, shown);
        shown.UnionWith(matters.Select(m => m.Words));
        var (headline, reason) = new HeadlineChooser(terms).Choose(story);
        return new StoryBrief
        {
            Story = story,
            Lineage = lineage,
            HeadlineOf = headline,
            HeadlineReason = reason,
            Claims = claims,
            Statements = [.. new StatementGrouper(terms, names, outlets).Group(story).Select(new ShownStatements(terms).Judge)],
            Utterances = utterances,
            Differences = isCompared ? new DifferenceFinder(terms).Find(story, alignment, utterances) : [],
            OnlyInOne = new OnlyInFinder(terms).Find(story, shown),
            Next = next,
            Matters = matters,
            Timeline = new TimelineBuilder(terms).Build(story),
            People = new PeopleList(names).List(story, utterances),
        };
    }
}
