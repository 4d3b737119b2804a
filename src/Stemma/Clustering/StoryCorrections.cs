using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>What a person said about pairs of articles: it is remembered, and obeyed before any likeness.</summary>
internal sealed class StoryCorrections
{
    private readonly SortedDictionary<(ArticleId, ArticleId), bool> _pairs = [];

    /// <summary>Pairs that belong together, in order of their ids.</summary>
    public IEnumerable<(ArticleId A, ArticleId B)> Together => _pairs.Where(static p => p.Value).Select(static p => p.Key);

    /// <summary>Pairs to keep apart, in order of their ids.</summary>
    public IEnumerable<(ArticleId A, ArticleId B)> Apart => _pairs.Where(static p => !p.Value).Select(static p => p.Key);

    public bool IsEmpty => _pairs.Count == 0;

    /// <summary>Notes a correction; the last word on a pair counts.</summary>
    public void Add(ArticleId a, ArticleId b, bool together) => _pairs[a < b ? (a, b) : (b, a)] = together;

    /// <summary>Whether the two must not be in one story.</summary>
    public bool AreApart(ArticleId a, ArticleId b) => _pairs.TryGetValue(a < b ? (a, b) : (b, a), out var together) && !together;

    /// <summary>Whether the two must be in one story.</summary>
    public bool AreTogether(ArticleId a, ArticleId b) => _pairs.TryGetValue(a < b ? (a, b) : (b, a), out var together) && together;

    public void Write(BinaryWriter writer)
    {
        writer.Write(_pairs.Count);
        foreach (var ((a, b), together) in _pairs)
        {
            writer.Write(a.Value);
            writer.Write(b.Value);
            writer.Write(together);
        }
    }

    public void Read(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var a = new ArticleId(reader.ReadInt64());
            var b = new ArticleId(reader.ReadInt64());
            Add(a, b, reader.ReadBoolean());
        }
    }
}
