using Stemma.Extraction.Learning;

namespace Stemma.Extraction;

/// <summary>
/// The learned judges of metadata: which of the page's titles is the article's, and which reading of its bylines names the
/// authors. Trained by <c>stemma train metadata</c>.
/// </summary>
internal sealed class MetadataModel(DecisionForest titles, DecisionForest authors)
{
    private static readonly Lazy<MetadataModel> Shared = new(() =>
    {
        using var stream = EmbeddedTable.Open("Extraction/metadata.model");
        return Read(stream);
    });

    /// <summary>The model that ships with Stemma; read once, when first asked for.</summary>
    public static MetadataModel Default => Shared.Value;

    /// <summary>Reads the two forests, each with its length in bytes before it.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or one for other features.</exception>
    public static MetadataModel Read(Stream stream)
    {
        var titles = ReadForest(stream);
        var authors = ReadForest(stream);
        if (titles.Features != TitleFeatures.Count || authors.Features != AuthorFeatures.Count)
        {
            throw new InvalidDataException("Could not read the metadata model: it was trained for other features; run stemma train metadata.");
        }
        return new MetadataModel(titles, authors);
    }

    /// <summary>How sure it is that a candidate is the article's title, in [0, 1].</summary>
    public double Title(float[] numbers) => titles.Score(numbers);

    /// <summary>How sure it is that a candidate names just the article's authors, in [0, 1].</summary>
    public double Authors(float[] numbers) => authors.Score(numbers);

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
