using System.Buffers.Binary;

namespace Stemma.Extraction.Learning;

/// <summary>
/// Gradient-boosted decision trees (Friedman 2001) for yes-or-no questions: each tree adds to a log-odds. Read from a
/// file that <c>stemma train</c> writes; answering costs the sum of the depths of the trees.
/// </summary>
internal sealed class DecisionForest
{
    // Format: magic, features, trees, then per tree its node count and nodes of 8 bytes: feature (-1 for a leaf), offset
    // of the right child from the node, threshold or leaf value. The left child follows its parent.
    private const uint Magic = 0x31464453;

    // After a third of the trees an item this far below zero has never come back above it.
    private const float Hopeless = -4.5f;

    private readonly ForestNode[] _nodes;
    private readonly int[] _roots;

    private DecisionForest(int features, ForestNode[] nodes, int[] roots) =>
        (Features, _nodes, _roots) = (features, nodes, roots);

    /// <summary>How many numbers describe an item.</summary>
    public int Features { get; }

    /// <summary>Reads a forest. Linear in its size; some 100 KB a millisecond.</summary>
    /// <exception cref="InvalidDataException">The bytes are no forest.</exception>
    public static DecisionForest Read(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        if (bytes.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("Could not read a decision forest: the file is not one.");
        }
        var features = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var roots = new int[BinaryPrimitives.ReadInt32LittleEndian(bytes[8..])];
        var nodes = new ForestNode[(bytes.Length - 12 - (4 * roots.Length)) / 8];
        var at = 12;
        var node = 0;
        for (var tree = 0; tree < roots.Length; tree++)
        {
            roots[tree] = node;
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            at += 4;
            for (var i = 0; i < count; i++, node++, at += 8)
            {
                nodes[node] = new ForestNode(
                    BinaryPrimitives.ReadInt16LittleEndian(bytes[at..]),
                    BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 2)..]),
                    BinaryPrimitives.ReadSingleLittleEndian(bytes[(at + 4)..]));
            }
        }
        return new DecisionForest(features, nodes, roots);
    }

    /// <summary>Writes a forest so that <see cref="Read"/> reads it.</summary>
    public static void Write(Stream stream, int features, IReadOnlyList<IReadOnlyList<ForestNode>> trees)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(features);
        writer.Write(trees.Count);
        foreach (var tree in trees)
        {
            writer.Write(tree.Count);
            foreach (var node in tree)
            {
                writer.Write(node.Feature);
                writer.Write(node.Right);
                writer.Write(node.Value);
            }
        }
    }

    /// <summary>How sure the forest is of yes, in [0, 1].</summary>
    /// <param name="item">The numbers that describe the item, <see cref="Features"/> of them.</param>
    public float Score(ReadOnlySpan<float> item)
    {
        var sum = 0f;
        ReadOnlySpan<ForestNode> nodes = _nodes;
        for (var tree = 0; tree < _roots.Length; tree++)
        {
            var at = _roots[tree];
            var node = nodes[at];
            while (node.Feature >= 0)
            {
                at += item[node.Feature] <= node.Value ? 1 : node.Right;
                node = nodes[at];
            }
            sum += node.Value;
            if (tree == _roots.Length / 3 && sum < Hopeless)
            {
                break;
            }
        }
        return 1f / (1f + MathF.Exp(-sum));
    }
}
