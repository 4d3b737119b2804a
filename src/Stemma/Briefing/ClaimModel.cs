using System.Globalization;

namespace Stemma.Briefing;

/// <summary>
/// Whether two sentences state the same thing: a logistic regression over the ways in which they are alike. Its weights are
/// learned by <c>stemma train claims</c>.
/// </summary>
internal sealed class ClaimModel(float[] weights)
{
    private const string Bias = "bias";

    /// <summary>No pair weighs more than this in a mean.</summary>
    public const double Surest = 6;

    /// <summary>The weights that ship with Stemma, read once, when first asked for.</summary>
    public static ClaimModel BuiltIn => Loaded.Value;

    private static readonly Lazy<ClaimModel> Loaded = new(() =>
    {
        using var stream = typeof(ClaimModel).Assembly.GetManifestResourceStream("Briefing/claim-weights.tsv")
            ?? throw new InvalidOperationException("Could not find the weights of the claim model while starting: they are not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    });

    /// <summary>Log-odds in [-6, 6] that the two state the same thing; 0 is undecided.</summary>
    public double LogOdds(ReadOnlySpan<float> features)
    {
        var sum = weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }
        return Math.Clamp(sum, -Surest, Surest);
    }

    /// <summary>Probability in [0, 1] of log-odds.</summary>
    public static double ProbabilityOf(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>Reads a table: a line for each feature with its name and its weight. Lines with # are left out.</summary>
    /// <exception cref="FormatException">A feature is missing or a weight is not a number.</exception>
    public static ClaimModel Read(TextReader table)
    {
        Dictionary<string, float> rows = new(StringComparer.Ordinal);
        while (table.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (!line.StartsWith('#') && cells.Length == 2)
            {
                rows[cells[0]] = float.Parse(cells[1], CultureInfo.InvariantCulture);
            }
        }
        return new ClaimModel(
        [
            .. ClaimPairFeatures.Names.Append(Bias).Select(name => rows.TryGetValue(name, out var weight)
                ? weight : throw new FormatException($"The weights of the claim model have no line for {name}.")),
        ]);
    }

    /// <summary>Writes the table, with a note of where it comes from.</summary>
    public void Write(TextWriter table, string note)
    {
        table.Write("# " + note + "\n");
        foreach (var (name, weight) in ClaimPairFeatures.Names.Append(Bias).Zip(weights))
        {
            table.Write(name + "\t" + weight.ToString("0.00", CultureInfo.InvariantCulture) + "\n");
        }
    }
}
