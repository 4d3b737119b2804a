namespace Stemma.App.Evals;

/// <summary>Counts right, wrong and missing items.</summary>
internal sealed class Tally
{
    public int Right { get; set; }

    /// <summary>Shown, but not in the gold.</summary>
    public int Wrong { get; set; }

    /// <summary>In the gold, but not shown.</summary>
    public int Missing { get; set; }

    /// <summary>Share of the shown that is right; 1 where nothing is shown.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    /// <summary>Share of the gold that is shown; 1 where there is none.</summary>
    public double Recall => Right + Missing == 0 ? 1 : (double)Right / (Right + Missing);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public IEnumerable<EvalFigure> Figures(string name) =>
    [
        new EvalFigure(name + ".precision", Precision),
        new EvalFigure(name + ".recall", Recall),
        new EvalFigure(name + ".f1", F1),
    ];
}
