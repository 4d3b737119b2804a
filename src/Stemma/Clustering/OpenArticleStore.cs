using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>Writes and reads open articles with their stories, so that a stream goes on after a restart as if uncut.</summary>
internal static class OpenArticleStore
{
    /// <summary>Writes the articles and, with them, the closed ones that still stand in their stories.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<OpenArticle> open)
    {
        var stories = open.Select(static a => a.Story!).Distinct().ToList();
        var all = stories.SelectMany(static s => s.Members).Concat(open).DistinctBy(static a => a.Slot).OrderBy(static a => a.Slot).ToList();
        writer.Write(all.Count);
        foreach (var article in all)
        {
            Write(writer, article);
        }
        writer.Write(stories.Count);
        foreach (var story in stories)
        {
            writer.Write(story.Id.Value);
            writer.Write(story.Members.Count);
            foreach (var member in story.Members)
            {
                writer.Write(member.Slot);
            }
        }
        writer.Write(open.Count);
    }

    /// <summary>The open articles, in stories again.</summary>
    public static List<OpenArticle> Read(BinaryReader reader)
    {
        List<OpenArticle> all = [];
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            all.Add(ReadArticle(reader));
        }
        var bySlot = all.ToDictionary(static a => a.Slot);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var story = new OpenStory(new StoryId(reader.ReadInt64()));
            for (var members = reader.ReadInt32(); members > 0; members--)
            {
                story.Add(bySlot[reader.ReadInt32()]);
            }
        }
        return all[^reader.ReadInt32()..];
    }

    private static void Write(BinaryWriter writer, OpenArticle article)
    {
        var weighted = article.Weighted;
        writer.Write(article.Slot);
        writer.Write(article.Seen.UtcTicks);
        writer.Write(article.VersionOf);
        writer.Write(article.Links.Length);
        foreach (var (slot, logOdds) in article.Links)
        {
            writer.Write(slot);
            writer.Write(logOdds);
        }
        Write(writer, weighted);
    }

    /// <summary>Writes what an article is compared by.</summary>
    public static void Write(BinaryWriter writer, WeightedArticle weighted)
    {
        writer.Write(weighted.Id.Value);
        writer.Write(weighted.Time?.UtcTicks ?? -1);
        writer.Write(weighted.Outlet);
        writer.Write(weighted.Address);
        foreach (var vector in (SparseVector[])[weighted.Body, weighted.Lead, weighted.Names, weighted.Numbers, weighted.Title, weighted.Sounds, weighted.Ideas])
        {
            vector.Write(writer);
        }
        writer.Write(weighted.Language);
        writer.Write(weighted.Shingles.Length);
        foreach (var shingle in weighted.Shingles)
        {
            writer.Write(shingle);
        }
        writer.Write(weighted.Weekdays);
        writer.Write(weighted.Familiar);
        writer.Write(weighted.FamiliarArticles);
    }

    private static OpenArticle ReadArticle(BinaryReader reader)
    {
        var slot = reader.ReadInt32();
        var seen = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var versionOf = reader.ReadInt32();
        var links = new (int, float)[reader.ReadInt32()];
        for (var i = 0; i < links.Length; i++)
        {
            var other = reader.ReadInt32();
            links[i] = (other, reader.ReadSingle());
        }
        return new OpenArticle(slot, ReadWeighted(reader), seen)
        {
            VersionOf = versionOf,
            Links = links,
        };
    }

    /// <summary>Reads what an article is compared by.</summary>
    // The initialisers run in the order in which they are written here, which is that of writing.
    public static WeightedArticle ReadWeighted(BinaryReader reader) => new()
    {
        Id = new ArticleId(reader.ReadInt64()),
        Time = reader.ReadInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        Outlet = reader.ReadUInt32(),
        Address = reader.ReadUInt32(),
        Body = SparseVector.Read(reader),
        Lead = SparseVector.Read(reader),
        Names = SparseVector.Read(reader),
        Numbers = SparseVector.Read(reader),
        Title = SparseVector.Read(reader),
        Sounds = SparseVector.Read(reader),
        Ideas = SparseVector.Read(reader),
        Language = reader.ReadUInt32(),
        Shingles = ReadShingles(reader),
        Weekdays = reader.ReadByte(),
        Familiar = reader.ReadSingle(),
        FamiliarArticles = reader.ReadInt32(),
    };

    private static uint[] ReadShingles(BinaryReader reader)
    {
        var shingles = new uint[reader.ReadInt32()];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = reader.ReadUInt32();
        }
        return shingles;
    }
}
