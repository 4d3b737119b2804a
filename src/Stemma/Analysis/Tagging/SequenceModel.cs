namespace Stemma.Analyzing;

/// <summary>
/// A first-order sequence labeller: hashed features a token, one weight a pair of neighbouring labels, the best path
/// by Viterbi.
/// </summary>
internal sealed class SequenceModel(HashedWeights weights, int[] transitions)
{
    /// <summary>What the labels are.</summary>
    public IReadOnlyList<string> Labels => weights.Labels;

    /// <summary>The best labels of a sentence; cost is tokens × labels².</summary>
    public byte[] Label(AttributionFeatures sentence)
    {
        var labels = weights.Labels.Count;
        var scores = new int[sentence.Length * labels];
        Span<uint> features = stackalloc uint[AttributionFeatures.Count];
        for (var i = 0; i < sentence.Length; i++)
        {
            var n = sentence.Write(i, features);
            weights.AddTo(features[..n], scores.AsSpan(i * labels, labels));
        }
        return BestPath(scores, transitions, labels, sentence.Length);
    }

    /// <summary>The path of highest sum; row <c>labels</c> of the transitions holds those from the start.</summary>
    public static byte[] BestPath(int[] scores, int[] transitions, int labels, int length)
    {
        var path = new byte[length];
        if (length == 0)
        {
            return path;
        }
        var best = new long[labels];
        var next = new long[labels];
        var back = new byte[length * labels];
        for (var label = 0; label < labels; label++)
        {
            best[label] = scores[label] + transitions[(labels * labels) + label];
        }
        for (var i = 1; i < length; i++)
        {
            for (var label = 0; label < labels; label++)
            {
                var from = 0;
                var top = long.MinValue;
                for (var previous = 0; previous < labels; previous++)
                {
                    var score = best[previous] + transitions[(previous * labels) + label];
                    (from, top) = score > top ? (previous, score) : (from, top);
                }
                next[label] = top + scores[(i * labels) + label];
                back[(i * labels) + label] = (byte)from;
            }
            (best, next) = (next, best);
        }
        var last = 0;
        for (var label = 1; label < labels; label++)
        {
            last = best[label] > best[last] ? label : last;
        }
        for (var i = length - 1; i >= 0; i--)
        {
            path[i] = (byte)last;
            last = back[(i * labels) + last];
        }
        return path;
    }

    public static SequenceModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var transitions = new int[reader.ReadInt32()];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadInt32();
        }
        using var block = new MemoryStream(reader.ReadBytes(reader.ReadInt32()));
        return new SequenceModel(HashedWeights.Read(block), transitions);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(transitions.Length);
        foreach (var weight in transitions)
        {
            writer.Write(weight);
        }
        using var block = new MemoryStream();
        weights.Write(block);
        writer.Write((int)block.Length);
        writer.Write(block.ToArray());
    }
}
