namespace Stemma.Extraction;

/// <summary>Hashes lines so that the same words give the same number in every run.</summary>
internal static class LineHash
{
    /// <summary>FNV-1a over an address as it stands: pages often differ by a number alone.</summary>
    public static ulong OfAddress(ReadOnlySpan<char> address)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in address)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }
        return hash;
    }

    /// <summary>FNV-1a over the letters, case folded; all digits count as one, so that "12 pictures" and "14 pictures" are one line.</summary>
    public static ulong Of(ReadOnlySpan<char> line)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ (char.IsDigit(c) ? '0' : char.ToLowerInvariant(c))) * 1099511628211UL;
            }
        }
        return hash;
    }
}
