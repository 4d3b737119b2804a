using Stemma.App.Serving;
using Stemma.Fetching;

namespace Stemma.App.Ui.Feeds;

/// <summary>The feeds that a newcomer may begin with, a folder for each language.</summary>
internal static class StarterFeeds
{
    public const string Resource = "Ui/starter.opml";

    /// <summary>The folders, in the order of the list, with the feeds in each.</summary>
    public static IReadOnlyList<IGrouping<string, OpmlFeed>> Folders() =>
        [.. OpmlReader.Read(Asset.Resource(Resource)).Feeds.GroupBy(static f => f.Folders[0])];
}
