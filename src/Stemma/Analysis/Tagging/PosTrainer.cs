using System.Globalization;

namespace Stemma.Analyzing;

/// <summary>
/// Learns a <see cref="PosTagger"/> from files with one word a line (word, lemma, universal tag, language's own tag,
/// parted by tabs) and an empty line after each sentence.
/// </summary>
internal sealed class PosTrainer(int rowBits, int rounds)
{
    private static readonly string[] TagNames = [.. Enum.GetNames<PosTag>().Select(n => n.ToUpperInvariant())];

    private sealed record Example(WordHash[] Words, PosTag[] Tags);

    /// <summary>Learns from the files; the order of sentences is shuffled each round with a fixed seed.</summary>
    public HashedWeights Train(IEnumerable<TextReader> files)
    {
        List<Example> examples = [.. files.SelectMany(Read)];
        var learned = new AveragedWeights(TagNames.Length, rowBits);
        var random = new Random(20);
        var features = new uint[PosTagger.FeatureCount];
        var scores = new float[TagNames.Length];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(examples));
            foreach (var example in examples)
            {
                Learn(learned, example, features, scores);
            }
        }
        return learned.ToHashed(TagNames, ClosedWords(examples));
    }

    // seen at least twice so: one slip of an annotator opens no class
    private static uint[] ClosedWords(List<Example> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Tags.Length; i++)
            {
                if (PosTagger.IsClosed(example.Tags[i]))
                {
                    counts[example.Words[i].Word] = counts.GetValueOrDefault(example.Words[i].Word) + 1;
                }
            }
        }
        return [.. counts.Where(c => c.Value > 1).Select(c => c.Key).Order()];
    }

    /// <summary>Share of the files' words that get their right tag, in [0, 1].</summary>
    public static double Score(PosTagger tagger, IEnumerable<TextReader> files)
    {
        var right = 0;
        var all = 0;
        foreach (var example in files.SelectMany(Read))
        {
            var tags = new PosTag[example.Words.Length];
            tagger.Tag(example.Words, tags);
            for (var i = 0; i < tags.Length; i++)
            {
                right += tags[i] == example.Tags[i] ? 1 : 0;
            }
            all += tags.Length;
        }
        return all == 0 ? 0 : (double)right / all;
    }

    private static void Learn(AveragedWeights learned, Example example, uint[] features, float[] scores)
    {
        var guesses = new PosTag[example.Words.Length];
        for (var i = 0; i < guesses.Length; i++)
        {
            PosTagger.WriteFeatures(example.Words, guesses, i, features);
            Array.Clear(scores);
            learned.AddTo(features, scores);
            var best = 0;
            for (var t = 1; t < scores.Length; t++)
            {
                best = scores[t] > scores[best] ? t : best;
            }
            var gold = (int)example.Tags[i];
            if (best != gold)
            {
                learned.Update(features, gold, 1);
                learned.Update(features, best, -1);
            }
            learned.Advance();
            guesses[i] = (PosTag)best;
        }
    }

    private static IEnumerable<Example> Read(TextReader file)
    {
        List<(string Word, string Tag, string Own)> words = [];
        for (var line = file.ReadLine(); ; line = file.ReadLine())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (words.Count > 0)
                {
                    yield return ToExample(Join(words));
                    words.Clear();
                }
                if (line is null)
                {
                    yield break;
                }
                continue;
            }
            var cells = line.Split('\t');
            if (cells.Length >= 4)
            {
                words.Add((cells[0], cells[2], cells[3]));
            }
        }
    }

    // The treebanks part "self-medicating" into three words; our tokenizer does not. The last part gives the tag.
    private static List<(string Word, string Tag)> Join(List<(string Word, string Tag, string Own)> words)
    {
        List<(string Word, string Tag)> joined = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Own == "HYPH" && joined.Count > 0 && i + 1 < words.Count && words[i].Word == "-"
                && char.IsLetterOrDigit(joined[^1].Word[^1]) && char.IsLetterOrDigit(words[i + 1].Word[0]))
            {
                joined[^1] = (joined[^1].Word + "-" + words[i + 1].Word, words[i + 1].Tag);
                i++;
            }
            else
            {
                joined.Add((words[i].Word, words[i].Tag));
            }
        }
        return joined;
    }

    private static Example ToExample(List<(string Word, string Tag)> words) => new(
        [.. words.Select(w => WordHash.Of(w.Word))],
        [.. words.Select(w => (PosTag)Math.Max(0,
            Array.IndexOf(TagNames, w.Tag.ToUpper(CultureInfo.InvariantCulture))))]);
}
