using System.Buffers.Binary;

namespace Stemma.Extraction.Learning;

/// <summary>
/// How much words and pairs of words speak for text or for furniture, as log-odds: learned from the labelled pages, each
/// counted by the number of hosts on which it stands in lines of either kind, so that no site's own wording gets in.
/// </summary>
internal sealed class LineWords
{
    // What a line is, its first words tell; longer lines are judged by their place.
    private const int MaxTokens = 40;
    private const int MaxWords = 80;
    private const float Scale = 1000;

    private readonly Dictionary<uint, float> _weights;

    public LineWords(Dictionary<uint, float> weights) => _weights = weights;

    /// <summary>One that knows no word.</summary>
    public static LineWords None { get; } = new([]);

    /// <summary>Mean, least and greatest weight of the known words and pairs of a line, and that of its first; 0 where none is known.</summary>
    public (float Mean, float Least, float Greatest, float First) Of(string line, int words)
    {
        if (words > MaxWords || _weights.Count == 0)
        {
            return default;
        }
        var (sum, least, greatest, first, known) = (0f, 0f, 0f, 0f, 0);
        foreach (var (hash, isFirst) in new LineTokens(line, MaxTokens))
        {
            if (_weights.TryGetValue(hash, out var weight))
            {
                sum += weight;
                known++;
                least = Math.Min(least, weight);
                greatest = Math.Max(greatest, weight);
                first = isFirst && Math.Abs(weight) > Math.Abs(first) ? weight : first;
            }
        }
        return (sum / Math.Max(1, known), least, greatest, first);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; advances past it.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut short.</exception>
    public static LineWords Read(Stream stream)
    {
        Span<byte> count = stackalloc byte[4];
        stream.ReadExactly(count);
        var entries = BinaryPrimitives.ReadInt32LittleEndian(count);
        if (entries is < 0 or > 1_000_000)
        {
            throw new InvalidDataException("Could not read the words of the extraction model: the file is no such model.");
        }
        var bytes = new byte[entries * 6];
        stream.ReadExactly(bytes);
        Dictionary<uint, float> weights = new(entries);
        for (var i = 0; i < entries; i++)
        {
            weights[BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 6))] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan((i * 6) + 4)) / Scale;
        }
        return new LineWords(weights);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_weights.Count);
        foreach (var (hash, weight) in _weights.OrderBy(w => w.Key))
        {
            writer.Write(hash);
            writer.Write((short)Math.Round(weight * Scale));
        }
    }
}
