namespace Stemma.Analyzing;

/// <summary>What the taggers know of one word: hashes of the lower-case word and of its ends, and its shape.</summary>
internal readonly record struct WordHash(uint Word, uint Suffix2, uint Suffix3, uint Prefix, uint Shape)
{
    /// <summary>Stands before the first and after the last word of a sentence.</summary>
    public static WordHash Edge { get; } = new(0x9E3779B9, 1, 1, 1, 255);

    public static WordHash Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        var upper = 0;
        var digits = 0;
        var hyphens = 0;
        foreach (var c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * 16777619;
            upper += char.IsUpper(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
            hyphens += c == '-' ? 1 : 0;
        }
        var shape = (char.IsUpper(word[0]) ? 1u : 0) | (upper > 1 && upper + hyphens >= word.Length - 1 ? 2u : 0)
            | (digits > 0 ? 4u : 0) | (digits == word.Length ? 8u : 0) | (hyphens > 0 ? 16u : 0)
            | (char.IsLetterOrDigit(word[0]) ? 0 : 32u) | (word.Length == 1 ? 64u : 0);
        return new WordHash(hash, End(word, 2), End(word, 3), Mix(word.Length > 2 ? 3u : 2u, Start(word)), shape);
    }

    /// <summary>Combines the number of a feature template with a value.</summary>
    public static uint Mix(uint template, uint value)
    {
        var h = (template * 0x9E3779B1) ^ value;
        h ^= h >> 15;
        h *= 0x85EBCA6B;
        h ^= h >> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >> 16);
    }

    private static uint End(ReadOnlySpan<char> word, int length)
    {
        var hash = 7u;
        for (var i = Math.Max(0, word.Length - length); i < word.Length; i++)
        {
            hash = (hash * 65599) + char.ToLowerInvariant(word[i]);
        }
        return hash;
    }

    private static uint Start(ReadOnlySpan<char> word)
    {
        var hash = 11u;
        for (var i = 0; i < Math.Min(3, word.Length); i++)
        {
            hash = (hash * 65599) + char.ToLowerInvariant(word[i]);
        }
        return hash;
    }
}
