namespace Stemma.Extraction.Learning;

/// <summary>
/// The body that a page's structured data claim, as evidence for its blocks. It is often cut short, or the text of
/// something else, so it is one number among many.
/// </summary>
internal sealed class ClaimedText
{
    private const int MaxLength = 200_000;
    private const int ShingleLength = 24;

    private readonly HashSet<int> _shingles = [];
    private readonly HashSet<int> _found = [];
    private readonly int _words;

    public ClaimedText(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        text = text.Length > MaxLength ? text[..MaxLength] : text;
        _words = WordCounter.Count(text);
        foreach (var hash in Hashes(text))
        {
            _shingles.Add(hash);
        }
    }

    /// <summary>Whether enough is claimed to compare with.</summary>
    public bool IsTelling => _shingles.Count >= 40;

    /// <summary>Share of the claim that the blocks asked for so far held, in [0, 1].</summary>
    public float Covered => (float)_found.Count / Math.Max(1, _shingles.Count);

    /// <summary>Whether a block is long enough to be looked for.</summary>
    public static bool IsLong(string block) => block.Length >= ShingleLength * 2;

    /// <summary>Share of a block that stands in the claimed body, in [0, 1]; .5 for one too short to be looked for.</summary>
    public double Share(string block)
    {
        int found = 0, total = 0;
        foreach (var hash in Hashes(block))
        {
            total++;
            if (_shingles.Contains(hash))
            {
                found++;
                _found.Add(hash);
            }
        }
        return total == 0 ? 0.5 : (double)found / total;
    }

    /// <summary>Words of the claimed body for each word of prose on the page, at most 2.</summary>
    public double WordsPer(int proseWords) => Math.Min(2, (double)_words / Math.Max(1, proseWords));

    /// <summary>Rolling hashes of the letters alone: spaces and signs differ between the claim and the page.</summary>
    private static IEnumerable<int> Hashes(string text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }
        if (count < ShingleLength)
        {
            yield break;
        }
        const uint Base = 16777619;
        uint power = 1, hash = 0;
        for (var i = 0; i < ShingleLength; i++)
        {
            hash = (hash * Base) + letters[i];
            power *= i > 0 ? Base : 1;
        }
        yield return (int)hash;
        for (var i = ShingleLength; i < count; i++)
        {
            hash = ((hash - (letters[i - ShingleLength] * power)) * Base) + letters[i];
            yield return (int)hash;
        }
    }
}
