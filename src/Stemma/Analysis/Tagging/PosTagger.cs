namespace Stemma.Analyzing;

/// <summary>
/// Gives each word of a sentence its part of speech, left to right, by an averaged perceptron over the word, its ends
/// and
/// shape, its neighbours and the two tags before it. The model is made by <c>stemma train pos</c>.
/// </summary>
internal sealed class PosTagger(HashedWeights weights)
{
    /// <summary>How many features a word has.</summary>
    public const int FeatureCount = 17;

    /// <summary>How many tags there are.</summary>
    public const int TagCount = (int)PosTag.Verb + 1;

    /// <summary>Whether the tag's words can be counted: no new pronoun or preposition is ever met.</summary>
    public static bool IsClosed(PosTag tag) =>
        tag is PosTag.Adp or PosTag.Aux or PosTag.Cconj or PosTag.Det or PosTag.Part or PosTag.Pron or PosTag.Sconj;

    /// <summary>Writes a tag for each word; cost is linear in the number of words.</summary>
    public void Tag(ReadOnlySpan<WordHash> words, Span<PosTag> tags)
    {
        Span<uint> features = stackalloc uint[FeatureCount];
        Span<int> scores = stackalloc int[TagCount];
        for (var i = 0; i < words.Length; i++)
        {
            WriteFeatures(words, tags, i, features);
            scores.Clear();
            weights.AddTo(features, scores);
            var best = Best(scores);
            if (IsClosed((PosTag)best) && Array.BinarySearch(weights.ClosedWords, words[i].Word) < 0)
            {
                for (var t = 0; t < scores.Length; t++)
                {
                    scores[t] = IsClosed((PosTag)t) ? int.MinValue : scores[t];
                }
                best = Best(scores);
            }
            tags[i] = (PosTag)best;
        }
    }

    private static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var t = 1; t < scores.Length; t++)
        {
            best = scores[t] > scores[best] ? t : best;
        }
        return best;
    }

    /// <summary>The features of word <paramref name="i"/>; the tags before it must be set.</summary>
    public static void WriteFeatures(ReadOnlySpan<WordHash> words, ReadOnlySpan<PosTag> tags, int i,
        Span<uint> features)
    {
        var word = words[i];
        var before = i > 0 ? words[i - 1] : WordHash.Edge;
        var before2 = i > 1 ? words[i - 2] : WordHash.Edge;
        var after = i + 1 < words.Length ? words[i + 1] : WordHash.Edge;
        var after2 = i + 2 < words.Length ? words[i + 2] : WordHash.Edge;
        var tag1 = i > 0 ? (uint)tags[i - 1] : 30;
        var tag2 = i > 1 ? (uint)tags[i - 2] : 30;
        features[0] = WordHash.Mix(1, word.Word);
        features[1] = WordHash.Mix(2, word.Suffix3);
        features[2] = WordHash.Mix(3, word.Suffix2);
        features[3] = WordHash.Mix(4, word.Prefix);
        features[4] = WordHash.Mix(5, (word.Shape * 32) + (i == 0 ? 1u : 0));
        features[5] = WordHash.Mix(6, tag1);
        features[6] = WordHash.Mix(7, (tag1 * 32) + tag2);
        features[7] = WordHash.Mix(8, word.Word ^ (tag1 * 0x01000193));
        features[8] = WordHash.Mix(9, before.Word);
        features[9] = WordHash.Mix(10, after.Word);
        features[10] = WordHash.Mix(11, after.Suffix3);
        features[11] = WordHash.Mix(12, before2.Word);
        features[12] = WordHash.Mix(13, after2.Word);
        features[13] = WordHash.Mix(14, word.Word ^ (after.Word * 31));
        features[14] = WordHash.Mix(15, (after.Shape * 64) + (word.Shape * 4096) + tag1);
        features[15] = WordHash.Mix(16, before.Suffix3 ^ (word.Suffix3 * 31));
        features[16] = WordHash.Mix(17, word.Word ^ (before.Word * 31));
    }
}
