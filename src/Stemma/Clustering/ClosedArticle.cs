using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>An account of a story that nobody told of for days, as an archive keeps it.</summary>
/// <param name="Story">Its story.</param>
/// <param name="Seen">The stream's clock when it came in.</param>
/// <param name="Terms">What it is found by: its heaviest terms and some of its shingles.</param>
/// <param name="Weighted">What it is compared by.</param>
internal sealed record ClosedArticle(StoryId Story, DateTimeOffset Seen, IReadOnlyList<uint> Terms, WeightedArticle Weighted)
{
    private const uint Salt = 0x53484E47;

    // Changes whenever OpenArticleStore writes other vectors.
    private const byte Form = 2;

    /// <summary>
    /// What an account is found by. The same words tell less next month, so the heaviest few of both must only meet once; the
    /// smallest shingles find a text that was taken over, whatever it is about.
    /// </summary>
    public static List<uint> TermsOf(WeightedArticle article, List<(uint Term, float Weight)> telling, int most)
    {
        List<uint> terms = [.. telling.Take(most).Select(static t => t.Term)];
        foreach (var shingle in article.Shingles.AsSpan(0, Math.Min(article.Shingles.Length, most / 2)))
        {
            terms.Add(Text.TermHash.Join(Salt, shingle));
        }
        return terms;
    }

    /// <summary>What it is compared by, as bytes for a store.</summary>
    public byte[] Content()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Form);
        OpenArticleStore.Write(writer, Weighted);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The account again; null where another version wrote it.</summary>
    public static ClosedArticle? Read(StoryId story, DateTimeOffset seen, IReadOnlyList<uint> terms, ReadOnlyMemory<byte> content)
    {
        using var reader = new BinaryReader(new MemoryStream(content.ToArray()));
        try
        {
            return reader.ReadByte() == Form ? new ClosedArticle(story, seen, terms, OpenArticleStore.ReadWeighted(reader)) : null;
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
