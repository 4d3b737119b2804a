using Stemma.Model;

namespace Stemma.App.Ui;

/// <summary>
/// Shortens ids to the shortest beginning that no other id of the run shares, at least four characters, as git does with
/// commits. <c>stemma explain</c> takes such a beginning.
/// </summary>
public sealed class ShortIds
{
    private const int LeastChars = 4;
    private readonly Dictionary<string, string> _short;

    /// <param name="ids">All ids of the run, in any order, with or without repeats.</param>
    public ShortIds(IEnumerable<string> ids)
    {
        var sorted = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        _short = new Dictionary<string, string>(sorted.Count, StringComparer.Ordinal);
        for (var i = 0; i < sorted.Count; i++)
        {
            var shared = Math.Max(
                i > 0 ? SharedChars(sorted[i - 1], sorted[i]) : 0,
                i + 1 < sorted.Count ? SharedChars(sorted[i], sorted[i + 1]) : 0);
            _short[sorted[i]] = sorted[i][..Math.Min(sorted[i].Length, Math.Max(LeastChars, shared + 1))];
        }
    }

    /// <summary>The ids of all that some briefs show.</summary>
    public static ShortIds Of(IEnumerable<StoryBrief> briefs) => new(briefs.SelectMany(StoryItems.Of).Select(i => i.Id));

    public string Of(ItemId id) => Of(id.ToString());

    public string Of(ArticleId id) => Of(id.ToString());

    public string Of(StoryId id) => Of(id.ToString());

    private string Of(string id) => _short.GetValueOrDefault(id, id);

    private static int SharedChars(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
