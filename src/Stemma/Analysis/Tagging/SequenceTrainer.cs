namespace Stemma.Analyzing;

/// <summary>
/// Learns a <see cref="SequenceModel"/>: the structured perceptron with averaged weights (Collins 2002). Each round goes over
/// the sentences in an order shuffled with a fixed seed; several learners, each with its own order, are added up; where the best path differs from the gold labels, the weights move
/// towards the gold.
/// </summary>
internal sealed class SequenceTrainer(IReadOnlyList<string> labels, int rowBits, int rounds, int learners)
{
    private const float Scale = 1024;
    private const int FirstSeed = 7;

    public SequenceModel Train(IReadOnlyList<(AttributionFeatures Sentence, byte[] Gold)> examples)
    {
        var width = labels.Count;
        var sum = new double[width << rowBits];
        var transitions = new double[(width + 1) * width];
        for (var learner = 0; learner < learners; learner++)
        {
            var run = new Run(width, rowBits);
            run.Learn(examples, rounds, FirstSeed + learner);
            run.AddTo(sum, transitions);
        }
        var hashed = AveragedWeights.Pack(sum, labels, rowBits, [], out var scale);
        return new SequenceModel(hashed, [.. transitions.Select(w => (int)Math.Round(w * scale))]);
    }

    /// <summary>One learner, from nothing to its averaged weights.</summary>
    private sealed class Run(int width, int rowBits)
    {
        private readonly AveragedWeights _weights = new(width, rowBits);
        private readonly double[] _transitions = new double[(width + 1) * width];
        private readonly double[] _sums = new double[(width + 1) * width];
        private readonly uint[] _features = new uint[AttributionFeatures.Count];
        private double _step = 1;

        public void Learn(IReadOnlyList<(AttributionFeatures Sentence, byte[] Gold)> examples, int rounds, int seed)
        {
            var order = Enumerable.Range(0, examples.Count).ToArray();
            var random = new Random(seed);
            for (var round = 0; round < rounds; round++)
            {
                random.Shuffle(order);
                foreach (var at in order)
                {
                    LearnOne(examples[at].Sentence, examples[at].Gold);
                    _weights.Advance();
                    _step++;
                }
            }
        }

        public void AddTo(double[] sum, double[] transitions)
        {
            _weights.AddAverage(sum);
            for (var i = 0; i < transitions.Length; i++)
            {
                transitions[i] += _transitions[i] - (_sums[i] / _step);
            }
        }

        private void LearnOne(AttributionFeatures sentence, byte[] gold)
        {
            var scores = new int[sentence.Length * width];
            var row = new float[width];
            for (var i = 0; i < sentence.Length; i++)
            {
                var n = sentence.Write(i, _features);
                Array.Clear(row);
                _weights.AddTo(_features.AsSpan(0, n), row);
                for (var label = 0; label < width; label++)
                {
                    scores[(i * width) + label] = (int)(row[label] * Scale);
                }
            }
            var guess = SequenceModel.BestPath(scores, [.. _transitions.Select(w => (int)(w * Scale))], width, sentence.Length);
            for (var i = 0; i < sentence.Length; i++)
            {
                if (guess[i] != gold[i])
                {
                    var n = sentence.Write(i, _features);
                    _weights.Update(_features.AsSpan(0, n), gold[i], 1);
                    _weights.Update(_features.AsSpan(0, n), guess[i], -1);
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

        private void Move(int at, double amount)
        {
            _transitions[at] += amount;
            _sums[at] += amount * _step;
        }
    }
}
