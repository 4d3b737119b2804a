using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Briefing;

/// <summary>Step 6: what is known, who says what, what differs; all of it cited.</summary>
public sealed class BriefWriter(OutletRegistry outlets)
{
    /// <summary>The brief of a story.</summary>
    public StoryBrief Brief(Story story, Lineage lineage)
    {
        _ = outlets;
        return new StoryBrief
        {
            Story = story,
            Lineage = lineage,
            HeadlineOf = story.Accounts[0].Id,
            HeadlineReason = new Explanation("brief.headline", "", null, []),
            Claims = [],
            Statements = [],
            Utterances = [],
            Differences = [],
            OnlyInOne = [],
            Next = [],
            Timeline = [],
            People = [],
        };
    }
}
