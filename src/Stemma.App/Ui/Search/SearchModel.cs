using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Search;

/// <summary>What was asked and found.</summary>
public sealed record SearchModel
{
    /// <summary>Null where nothing was asked yet.</summary>
    public SearchQuery? Query { get; init; }

    public SearchResult? Result { get; init; }

    public IReadOnlyDictionary<StoryId, StoryLine> Stories { get; init; } = new Dictionary<StoryId, StoryLine>();

    public IReadOnlyList<string> Saved { get; init; } = [];

    /// <summary>The hits story by story, in the order of each story's first; those of no story by themselves; the same
    /// words of one outlet, which an earlier version has too, once.</summary>
    public IEnumerable<(StoryLine? Story, IReadOnlyList<SearchHit> Hits)> Groups =>
        (Result?.Hits ?? []).GroupBy(static h => h.Line.Story?.ToString() ?? h.Line.Id.ToString()).Select(g =>
            (g.First().Line.Story is { } id ? Stories.GetValueOrDefault(id) : null, (IReadOnlyList<SearchHit>)[.. g.DistinctBy(static h => (h.Line.Outlet, h.Snippet))]));
}
