using System.Globalization;

namespace Stemma.Clustering;

/// <summary>
/// What each of <see cref="PairFeatures.Names"/> adds to the log-odds that two articles tell of one event; the bias last.
/// One column for each case, since what is missing cannot be told from what differs otherwise.
/// </summary>
internal sealed record PairWeights
{
    /// <summary>Names of the columns, in the order of the table.</summary>
    public static readonly string[] Cases = ["dated", "undated", "headlines", "across"];

    private const string Bias = "bias";

    /// <summary>Both have a body and tell their time.</summary>
    public required float[] Dated { get; init; }

    /// <summary>Both have a body; one or both do not tell their time.</summary>
    public required float[] Undated { get; init; }

    /// <summary>One or both are a headline alone.</summary>
    public required float[] Headlines { get; init; }

    /// <summary>They are in different languages.</summary>
    public required float[] Across { get; init; }

    /// <summary>The weights that ship with Stemma.</summary>
    public static PairWeights LoadBuiltIn()
    {
        using var stream = typeof(PairWeights).Assembly.GetManifestResourceStream("Clustering/pair-weights.tsv")
            ?? throw new InvalidOperationException("Could not find the weights of the pair model while starting: they are not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads a table: a line for each feature with its name and a weight for each case. Lines with # are left out.</summary>
    /// <exception cref="FormatException">A feature is missing or a weight is not a number.</exception>
    public static PairWeights Read(TextReader table)
    {
        Dictionary<string, float[]> rows = new(StringComparer.Ordinal);
        while (table.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            if (!line.StartsWith('#') && cells.Length == Cases.Length + 1)
            {
                rows[cells[0]] = [.. cells.Skip(1).Select(static c => float.Parse(c, CultureInfo.InvariantCulture))];
            }
        }
        var order = PairFeatures.Names.Append(Bias).Select(name => rows.TryGetValue(name, out var row)
            ? row : throw new FormatException($"The weights of the pair model have no line for {name}.")).ToList();
        return new PairWeights
        {
            Dated = [.. order.Select(static r => r[0])],
            Undated = [.. order.Select(static r => r[1])],
            Headlines = [.. order.Select(static r => r[2])],
            Across = [.. order.Select(static r => r[3])],
        };
    }

    /// <summary>Writes the table, with a note of where it comes from.</summary>
    public void Write(TextWriter table, string note)
    {
        table.Write("# " + note + "\n");
        table.Write("# feature\t" + string.Join('\t', Cases) + "\n");
        for (var i = 0; i <= PairFeatures.Names.Length; i++)
        {
            var name = i < PairFeatures.Names.Length ? PairFeatures.Names[i] : Bias;
            float[] row = [Dated[i], Undated[i], Headlines[i], Across[i]];
            table.Write(name + "\t" + string.Join('\t', row.Select(static w => w.ToString("0.00", CultureInfo.InvariantCulture))) + "\n");
        }
    }
}
