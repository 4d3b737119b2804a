namespace Stemma.Text;

/// <summary>
/// Names a term by 32 bits, so that millions of terms need no string. Two terms share a number about once in four
/// thousand million pairs; such a clash only blurs one similarity a little. The same on every machine and in every run.
/// </summary>
internal static class TermHash
{
    private const uint Seed = 2166136261;

    /// <summary>FNV-1a over UTF-16 code units with a final mix; <paramref name="salt"/> parts kinds of terms.</summary>
    public static uint Of(ReadOnlySpan<char> term, uint salt = 0)
    {
        var hash = Seed ^ salt;
        foreach (var c in term)
        {
            hash = (hash ^ c) * 16777619;
        }
        return Mix(hash);
    }

    /// <summary>One number for a pair of terms in this order.</summary>
    public static uint Join(uint left, uint right) => Mix((left * 0x9E3779B1) ^ right);

    private static uint Mix(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
