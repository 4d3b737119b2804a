using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>Which open stories hold a term: finds the few stories worth comparing without looking at the others.</summary>
internal sealed class StoryIndex(ClusteringOptions options)
{
    private readonly Dictionary<uint, List<OpenStory>> _byTerm = [];
    private readonly Dictionary<OpenStory, float> _gathered = [];

    /// <summary>Lists the story under a term; a second time does nothing if no other story came between.</summary>
    public void Add(uint term, OpenStory story)
    {
        ref var stories = ref CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _);
        stories ??= new List<OpenStory>(1);
        if (!Holds(stories, story))
        {
            stories.Add(story);
        }
        if (stories.Count > 2 * options.LongestLookup)
        {
            stories.RemoveRange(0, options.LongestLookup); // too old to be reached by any lookup
        }
    }

    /// <summary>Forgets closed stories everywhere. Cost is linear in the index: call it seldom.</summary>
    public void Sweep(DateTimeOffset closedBefore)
    {
        foreach (var (term, stories) in _byTerm)
        {
            stories.RemoveAll(s => s.LastSeen < closedBefore);
            if (stories.Count == 0)
            {
                _byTerm.Remove(term); // allowed while enumerating
            }
        }
    }

    /// <summary>
    /// The open stories that share most weight with the terms, best first; ties go to the story opened earlier. Closed
    /// stories met on the way are dropped from the index. Cost: terms times <see cref="ClusteringOptions.LongestLookup"/>.
    /// </summary>
    public List<OpenStory> Find(List<(uint Term, float Weight)> terms, DateTimeOffset closedBefore)
    {
        _gathered.Clear();
        foreach (var (term, weight) in terms)
        {
            if (!_byTerm.TryGetValue(term, out var stories))
            {
                continue;
            }
            for (int i = stories.Count - 1, seen = 0; i >= 0 && seen < options.LongestLookup; i--, seen++)
            {
                var story = stories[i];
                if (story.LastSeen < closedBefore)
                {
                    stories.RemoveAt(i);
                    continue;
                }
                CollectionsMarshal.GetValueRefOrAddDefault(_gathered, story, out _) += weight * weight;
            }
        }
        List<KeyValuePair<OpenStory, float>> found = [.. _gathered];
        found.Sort(static (x, y) => x.Value != y.Value ? y.Value.CompareTo(x.Value) : x.Key.Number.CompareTo(y.Key.Number));
        return found.Take(options.Candidates).Select(static f => f.Key).ToList();
    }

    private bool Holds(List<OpenStory> stories, OpenStory story) =>
        stories.Count > 0 && stories.LastIndexOf(story, stories.Count - 1, Math.Min(stories.Count, options.LongestLookup)) >= 0;
}
