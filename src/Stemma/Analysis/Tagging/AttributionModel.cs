namespace Stemma.Analyzing;

/// <summary>
/// A trained tagger of attributions: first the cues of a sentence, then, seeing these, its sources and contents. Made
/// by
/// <c>stemma train attribution</c>.
/// </summary>
internal sealed class AttributionModel(SequenceModel cues, SequenceModel contents)
{
    /// <summary>Labels of the first pass.</summary>
    public static IReadOnlyList<string> CueLabels { get; } = ["O", "B-CUE", "I-CUE"];

    /// <summary>Labels of the second pass.</summary>
    public static IReadOnlyList<string> ContentLabels { get; } = ["O", "B-SOURCE", "I-SOURCE", "B-CONTENT",
        "I-CONTENT"];

    /// <summary>Labels a sentence: cue labels and content labels, one each a token.</summary>
    public (byte[] Cues, byte[] Contents) Tag(AttributionFeatures sentence)
    {
        var first = cues.Label(sentence);
        if (!sentence.HasRuleLabels && Array.TrueForAll(first, label => label == 0))
        {
            // two in five sentences: nothing in them is laid to anybody
            return (first, new byte[first.Length]);
        }
        sentence.SetCues(i => first[i] != 0);
        return (first, contents.Label(sentence));
    }

    public static AttributionModel Read(Stream stream) => new(SequenceModel.Read(stream), SequenceModel.Read(stream));

    /// <summary>The model that ships with a language.</summary>
    public static AttributionModel Shipped(string path)
    {
        using var stream = typeof(AttributionModel).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"Could not find the model {path} while starting: it is not embedded.");
        return Read(stream);
    }

    public void Write(Stream stream)
    {
        cues.Write(stream);
        contents.Write(stream);
    }
}
