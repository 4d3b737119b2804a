namespace Stemma.Analyzing;

/// <summary>
/// Learns a <see cref="SequenceModel"/>: the structured perceptron with averaged weights (Collins 2002). Each round goes over
/// the sentences in an order shuffled with a fixed seed; where the best path differs from the gold labels, the weights move
/// towards the gold.
/// </summary>
internal sealed class SequenceTrainer(IReadOnlyList<string> labels, int rowBits, int rounds)
{
    private const float Scale = 1024;

    public SequenceModel Train(IReadOnlyList<(AttributionFeatures Sentence, byte[] Gold)> examples)
    {
        var width = labels.Count;
        var weights = new AveragedWeights(width, rowBits);
        var transitions = new double[(width + 1) * width];
        var sums = new double[transitions.Length];
        var step = 1.0;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(7);
        var features = new uint[AttributionFeatures.Count];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (sentence, gold) = examples[at];
                Learn(sentence, gold);
                weights.Advance();
                step++;
            }
        }
        var final = new double[transitions.Length];
        for (var i = 0; i < final.Length; i++)
        {
            final[i] = transitions[i] - (sums[i] / step);
        }
        var hashed = weights.ToHashed(labels, [], out var scale);
        return new SequenceModel(hashed, [.. final.Select(w => (int)Math.Round(w * scale))]);

        void Learn(AttributionFeatures sentence, byte[] gold)
        {
            var scores = new int[sentence.Length * width];
            var row = new float[width];
            for (var i = 0; i < sentence.Length; i++)
            {
                var n = sentence.Write(i, features);
                Array.Clear(row);
                weights.AddTo(features.AsSpan(0, n), row);
                for (var label = 0; label < width; label++)
                {
                    scores[(i * width) + label] = (int)(row[label] * Scale);
                }
            }
            var guess = SequenceModel.BestPath(scores, [.. transitions.Select(w => (int)(w * Scale))], width, sentence.Length);
            for (var i = 0; i < sentence.Length; i++)
            {
                if (guess[i] != gold[i])
                {
                    var n = sentence.Write(i, features);
                    weights.Update(features.AsSpan(0, n), gold[i], 1);
                    weights.Update(features.AsSpan(0, n), guess[i], -1);
                }
                var goldFrom = i == 0 ? width : gold[i - 1];
                var guessFrom = i == 0 ? width : guess[i - 1];
                if (goldFrom != guessFrom || gold[i] != guess[i])
                {
                    Move((goldFrom * width) + gold[i], 1);
                    Move((guessFrom * width) + guess[i], -1);
                }
            }
        }

        void Move(int at, double amount)
        {
            transitions[at] += amount;
            sums[at] += amount * step;
        }
    }
}
