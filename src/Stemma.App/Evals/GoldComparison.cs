namespace Stemma.App.Evals;

/// <summary>Compares what is shown of a story with its gold, counts, and writes the first misses.</summary>
/// <param name="output">Where misses are written.</param>
/// <param name="errors">How many misses are written at most.</param>
internal sealed class GoldComparison(TextWriter output, int errors)
{
    private int _shown;

    /// <summary>Counts two sets against each other.</summary>
    public void Compare<T>(
        GoldStory gold, string what, Tally tally, IEnumerable<T> wanted, IEnumerable<T> shown, Func<T, string> text)
        where T : notnull
    {
        var (want, show) = (wanted.Distinct().ToList(), shown.Distinct().ToList());
        tally.Right += want.Count(show.Contains);
        foreach (var item in want.Where(w => !show.Contains(w)))
        {
            tally.Missing++;
            Miss(gold, what + " missing", text(item));
        }
        foreach (var item in show.Where(s => !want.Contains(s)))
        {
            tally.Wrong++;
            Miss(gold, what + " wrong", text(item));
        }
    }

    /// <summary>Counts one judgement.</summary>
    public void Count(Tally tally, bool right, GoldStory gold, string what, string text)
    {
        tally.Right += right ? 1 : 0;
        tally.Wrong += right ? 0 : 1;
        if (!right)
        {
            Miss(gold, what, text);
        }
    }

    /// <summary>Writes a miss, unless enough are written.</summary>
    public void Miss(GoldStory gold, string what, string text)
    {
        if (_shown++ < errors)
        {
            output.WriteLine($"  {gold.Name}  {what}: {text}");
        }
    }
}
