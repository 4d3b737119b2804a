namespace Stemma.Extraction.Learning;

/// <summary>
/// The learned judge of blocks: a first forest looks at each block alone, a second one looks again with the first one's
/// opinions of the blocks around it. Trained by <c>stemma train extraction</c>.
/// </summary>
internal sealed class BodyModel(LineWords words, DecisionForest first, DecisionForest second)
{
    /// <summary>What the first forest is so sure to drop is not asked of the second.</summary>
    public const float Hopeless = 0.02f;

    private static readonly Lazy<BodyModel> Shared = new(() =>
    {
        using var stream = EmbeddedTable.Open("Extraction/body.model");
        return Read(stream);
    });

    /// <summary>The model that ships with Stemma; read once, when first asked for.</summary>
    public static BodyModel Default => Shared.Value;

    /// <summary>Reads the words, then the two forests, each with its length in bytes before it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one for other features.</exception>
    public static BodyModel Read(Stream stream)
    {
        var words = LineWords.Read(stream);
        var first = ReadForest(stream);
        var second = ReadForest(stream);
        if (first.Features != BlockFeatures.Count || second.Features != ContextFeatures.Count)
        {
            throw new InvalidDataException(
                "Could not read the extraction model: it was trained for other features; run stemma train extraction.");
        }
        return new BodyModel(words, first, second);
    }

    /// <summary>For each block how sure it is that it belongs to an article's body, in [0, 1].</summary>
    public float[] Score(PageContext page)
    {
        var own = BlockFeatures.Of(page, words);
        var opinions = Score(first, own, page.Blocks.Count);
        var rows = ContextFeatures.Of(page, own, opinions);
        for (var i = 0; i < opinions.Length; i++)
        {
            // What the first forest is sure to drop, the second has hardly ever brought back.
            opinions[i] = opinions[i] < Hopeless ? opinions[i] : second.Score(rows.AsSpan(i * second.Features, second.Features));
        }
        return opinions;
    }

    /// <summary>The answers of a forest for rows of numbers.</summary>
    public static float[] Score(DecisionForest forest, float[] rows, int count)
    {
        var scores = new float[count];
        for (var i = 0; i < count; i++)
        {
            scores[i] = forest.Score(rows.AsSpan(i * forest.Features, forest.Features));
        }
        return scores;
    }

    private static DecisionForest ReadForest(Stream stream)
    {
        Span<byte> length = stackalloc byte[4];
        stream.ReadExactly(length);
        var bytes = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(length)];
        stream.ReadExactly(bytes);
        using var copy = new MemoryStream(bytes);
        return DecisionForest.Read(copy);
    }
}
