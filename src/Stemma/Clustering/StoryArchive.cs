using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// Accounts of closed stories, to be taken up again: in memory, the newest so many. Over a store the store keeps them instead
/// (<see cref="ClusteringOptions.ForgetsClosed"/>).
/// </summary>
internal sealed class StoryArchive
{
    private const int SweepEvery = 1 << 12;

    private readonly ClusteringOptions _options;
    private readonly NeighbourIndex _index;
    private readonly List<ClosedArticle> _kept = [];
    private int _first;
    private int _oldest;

    public StoryArchive(ClusteringOptions options)
    {
        _options = options;
        // All terms count the same: what they told when the account came in is not what they tell now.
        _index = new NeighbourIndex(options with { LongestLookup = 64, Candidates = options.ArchiveCandidates, LeastShared = 2, SureCandidates = 0 });
    }

    /// <summary>Whether nothing was kept yet.</summary>
    public bool IsEmpty => _kept.Count == 0;

    /// <summary>Keeps an account, and lets go of the oldest where there are too many.</summary>
    public void Keep(ClosedArticle closed)
    {
        var slot = _first + _kept.Count;
        _index.Add([.. closed.Terms.Select(static t => (t, 1f))], slot);
        _kept.Add(closed);
        _oldest = Math.Max(_oldest, slot + 1 - _options.MostArchived);
        if (_oldest - _first > SweepEvery)
        {
            _kept.RemoveRange(0, _oldest - _first);
            _first = _oldest;
            _index.Sweep(_oldest);
        }
    }

    /// <summary>
    /// The few archived accounts that share most of the terms, and two at least, best first. Cost: terms times 64, whatever is kept.
    /// </summary>
    public List<ClosedArticle> Find(IReadOnlyList<uint> terms, DateTimeOffset now) =>
        _index.Find([.. terms.Select(static t => (t, 1f))], _oldest, _first + _kept.Count)
            .ConvertAll(slot => _kept[slot - _first]).FindAll(c => now - c.Seen <= _options.ArchivedFor);

    public void Write(BinaryWriter writer)
    {
        writer.Write(_first);
        writer.Write(_oldest);
        writer.Write(_kept.Count);
        foreach (var closed in _kept)
        {
            writer.Write(closed.Story.Value);
            writer.Write(closed.Seen.UtcTicks);
            writer.Write(closed.Terms.Count);
            foreach (var term in closed.Terms)
            {
                writer.Write(term);
            }
            OpenArticleStore.Write(writer, closed.Weighted);
        }
        _index.Write(writer);
    }

    public void Read(BinaryReader reader)
    {
        _first = reader.ReadInt32();
        _oldest = reader.ReadInt32();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var story = new StoryId(reader.ReadInt64());
            var seen = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var terms = new uint[reader.ReadInt32()];
            for (var i = 0; i < terms.Length; i++)
            {
                terms[i] = reader.ReadUInt32();
            }
            _kept.Add(new ClosedArticle(story, seen, terms, OpenArticleStore.ReadWeighted(reader)));
        }
        _index.Read(reader);
    }
}
