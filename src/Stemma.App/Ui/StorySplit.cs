using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>Which stories of a run are shown in full and which as one line of a list.</summary>
public static class StorySplit
{
    // Up to so many single articles a reader may want each in full; more are a batch, in which the stories matter.
    private const int MostSinglesInFull = 3;

    /// <summary>Stories of several accounts, and single ones where they are few; the rest apart. The order is kept.</summary>
    public static (IReadOnlyList<StoryBrief> Full, IReadOnlyList<StoryBrief> Single) Of(IReadOnlyList<StoryBrief> briefs) =>
        briefs.Count(b => b.Story.Accounts.Count == 1) <= MostSinglesInFull
            ? (briefs, [])
            : ([.. briefs.Where(b => b.Story.Accounts.Count > 1)], [.. briefs.Where(b => b.Story.Accounts.Count == 1)]);
}
