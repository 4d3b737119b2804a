using System.Text.RegularExpressions;
using Stemma.Model;

namespace Stemma.Text;

/// <summary>A text as words and as shingles, numbered across all texts that are compared.</summary>
internal sealed partial class ReuseText
{
    private ReuseText(ArticleId id, TextSpan[] words, uint[] wordHashes, ulong[] shingles)
    {
        Id = id;
        Words = words;
        WordHashes = wordHashes;
        Shingles = shingles;
    }

    public ArticleId Id { get; }

    /// <summary>Where each word stands.</summary>
    public TextSpan[] Words { get; }

    /// <summary>Each word in lower case, as a hash.</summary>
    public uint[] WordHashes { get; }

    /// <summary>The shingle that begins at each word, but for the last few words.</summary>
    public ulong[] Shingles { get; }

    /// <summary>Reads a text. Words are runs of letters, digits, marks and low lines, in lower case. Linear.</summary>
    public static ReuseText Read(ArticleId id, string text, int shingleLengthWords)
    {
        List<TextSpan> words = new(text.Length / 6);
        foreach (var match in Word.EnumerateMatches(text))
        {
            words.Add(new TextSpan(match.Index, match.Index + match.Length));
        }
        var hashes = new uint[words.Count];
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i < hashes.Length; i++)
        {
            var word = words[i].Length <= lower.Length ? text.AsSpan(words[i].Start, words[i].Length) : text.AsSpan(words[i].Start, lower.Length);
            word.ToLowerInvariant(lower);
            hashes[i] = TermHash.Of(lower[..word.Length]);
        }
        var shingles = new ulong[Math.Max(0, hashes.Length - shingleLengthWords + 1)];
        for (var i = 0; i < shingles.Length; i++)
        {
            shingles[i] = HashOf(hashes.AsSpan(i, shingleLengthWords));
        }
        return new ReuseText(id, [.. words], hashes, shingles);
    }

    private static ulong HashOf(ReadOnlySpan<uint> words)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var word in words)
        {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
        }
        return hash;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Word { get; }
}
