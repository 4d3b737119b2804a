namespace Stemma.Clustering;

/// <summary>Fits a <see cref="PairModel"/> by iterated least squares (Newton), with a small penalty on large weights.</summary>
internal static class PairTrainer
{
    private const int Rounds = 25;

    /// <summary>
    /// The weights, the bias last. Each example has features, whether it belongs, and how much it counts. Cost: examples times
    /// the square of the features, for each round.
    /// </summary>
    public static double[] Fit(IReadOnlyList<(float[] Features, bool Belongs, double Importance)> examples, double penalty)
    {
        var n = examples[0].Features.Length + 1;
        var weights = new double[n];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[n];
            var curvature = new double[n, n];
            foreach (var (features, belongs, importance) in examples)
            {
                var sum = weights[n - 1];
                for (var i = 0; i < n - 1; i++)
                {
                    sum += weights[i] * features[i];
                }
                var p = 1 / (1 + Math.Exp(-sum));
                var error = importance * ((belongs ? 1 : 0) - p);
                var spread = importance * Math.Max(p * (1 - p), 1e-6);
                for (var i = 0; i < n; i++)
                {
                    var x = i < n - 1 ? features[i] : 1;
                    gradient[i] += error * x;
                    for (var j = 0; j <= i; j++)
                    {
                        curvature[i, j] += spread * x * (j < n - 1 ? features[j] : 1);
                    }
                }
            }
            for (var i = 0; i < n - 1; i++)
            {
                gradient[i] -= penalty * weights[i];
                curvature[i, i] += penalty;
            }
            curvature[n - 1, n - 1] += 1e-6;
            var step = Solve(curvature, gradient);
            for (var i = 0; i < n; i++)
            {
                weights[i] += step[i];
            }
        }
        return weights;
    }

    /// <summary>Solves a symmetric positive system, of which the lower half is given, by Cholesky's method.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i, k] * matrix[j, k];
                }
                matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[j, j];
            }
        }
        var solution = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solution[i] -= matrix[i, k] * solution[k];
            }
            solution[i] /= matrix[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                solution[i] -= matrix[k, i] * solution[k];
            }
            solution[i] /= matrix[i, i];
        }
        return solution;
    }
}
