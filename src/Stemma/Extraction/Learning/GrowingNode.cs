namespace Stemma.Extraction.Learning;

/// <summary>A node of a tree that <see cref="GradientBoosting"/> is growing.</summary>
internal sealed class GrowingNode(int[] rows)
{
    public int[] Rows { get; set; } = rows;

    /// <summary>Sums of gradient and hessian by feature and bin.</summary>
    public double[] Histogram { get; set; } = [];

    public double Gradient { get; set; }

    public double Hessian { get; set; }

    public double Gain { get; set; }

    public int Feature { get; set; } = -1;

    public int Bin { get; set; }

    public float Threshold { get; set; }

    public float Value { get; set; }

    public GrowingNode? Left { get; set; }

    public GrowingNode? Right { get; set; }

    /// <summary>What the tree answers for a row of binned columns.</summary>
    public float Answer(byte[][] binned, int row)
    {
        var node = this;
        while (node.Left is not null)
        {
            node = binned[node.Feature][row] <= node.Bin ? node.Left : node.Right!;
        }
        return node.Value;
    }

    /// <summary>The tree as a list in which the left child follows its parent.</summary>
    public List<ForestNode> Flatten()
    {
        List<ForestNode> nodes = [];
        // Trees have a few dozen leaves, so the depth is bounded by that.
        Append(this, nodes);
        return nodes;
    }

    private static void Append(GrowingNode node, List<ForestNode> nodes)
    {
        if (node.Left is null)
        {
            nodes.Add(new ForestNode(-1, 0, node.Value));
            return;
        }
        var at = nodes.Count;
        nodes.Add(default);
        Append(node.Left, nodes);
        nodes[at] = new ForestNode((short)node.Feature, (ushort)(nodes.Count - at), node.Threshold);
        Append(node.Right!, nodes);
    }
}
