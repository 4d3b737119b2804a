using System.IO.Compression;
using System.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Weights of a linear model whose features are hashes: row = hash modulo a power of two, one column a label. Two
/// features
/// that share a row share its weights (Weinberger et al. 2009, feature hashing); at the sizes used here that costs less
/// than half a point of accuracy and saves the dictionary. Weights are small whole numbers.
/// </summary>
internal sealed class HashedWeights
{
    private const int Magic = 0x53544D31;
    private readonly sbyte[] _weights;
    private readonly int _mask;

    public HashedWeights(IReadOnlyList<string> labels, int rowBits, sbyte[] weights)
    {
        Labels = labels;
        RowBits = rowBits;
        _weights = weights;
        _mask = (1 << rowBits) - 1;
    }

    /// <summary>What the columns stand for.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Sorted hashes of the words that the learner saw with a tag of a closed class; empty where that does
    /// not matter.</summary>
    public uint[] ClosedWords { get; init; } = [];

    /// <summary>Binary logarithm of the number of rows.</summary>
    public int RowBits { get; }

    /// <summary>Adds, for each feature, its row to <paramref name="scores"/>, one entry a label.</summary>
    public void AddTo(ReadOnlySpan<uint> features, Span<int> scores)
    {
        var width = scores.Length;
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & (uint)_mask) * width, width);
            for (var label = 0; label < row.Length; label++)
            {
                scores[label] += row[label];
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream is no such model.</exception>
    public static HashedWeights Read(Stream stream)
    {
        using var inflated = new DeflateStream(stream, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(inflated, Encoding.UTF8);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("Could not read a tagger's model: the file is none.");
        }
        var rowBits = reader.ReadByte();
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        var closed = new uint[reader.ReadUInt16()];
        for (var i = 0; i < closed.Length; i++)
        {
            closed[i] = reader.ReadUInt32();
        }
        var weights = new sbyte[labels.Length << rowBits];
        inflated.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new HashedWeights(labels, rowBits, weights) { ClosedWords = closed };
    }

    /// <summary>Writes the model, deflated.</summary>
    public void Write(Stream stream)
    {
        using var deflated = new DeflateStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(deflated, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write((byte)RowBits);
        writer.Write((byte)Labels.Count);
        foreach (var label in Labels)
        {
            writer.Write(label);
        }
        writer.Write((ushort)ClosedWords.Length);
        foreach (var word in ClosedWords)
        {
            writer.Write(word);
        }
        writer.Flush();
        deflated.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }
}
