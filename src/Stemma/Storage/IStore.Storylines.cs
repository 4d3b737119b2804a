using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Closed stories, and which story goes on from which.</summary>
public partial interface IStore
{
    /// <summary>
    /// Keeps accounts of closed stories, each once, and lets go of some of those seen before a time. What was kept already stays as
    /// it is.
    /// </summary>
    Task ArchiveAsync(IReadOnlyList<ArchivedArticle> closed, DateTimeOffset until, CancellationToken cancellationToken = default);

    /// <summary>
    /// The archived accounts seen since a time that share most of the terms, and two at least: at most so many, best first. The cost
    /// does not grow with the archive.
    /// </summary>
    ValueTask<IReadOnlyList<ArchivedArticle>> ArchivedNearAsync(
        IReadOnlyList<uint> terms, DateTimeOffset since, int limit, CancellationToken cancellationToken = default);

    /// <summary>The other stories of a story's storyline, at most so many each way, the nearest first; earlier ones before later ones.</summary>
    ValueTask<IReadOnlyList<StorylineStep>> StorylineOfAsync(StoryId story, int limit, CancellationToken cancellationToken = default);
}
