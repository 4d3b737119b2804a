using System.Globalization;

namespace Stemma.App.Ui.Shell;

/// <summary>An English sentence with gaps, and the same in other languages.</summary>
internal sealed class ExplanationRow
{
    private const int MostEnds = 8;
    private readonly List<string> _literals = [];
    private readonly List<(int Number, bool IsFragment)> _gaps = [];

    private ExplanationRow(IReadOnlyList<string> words) => Words = words;

    /// <summary>The sentence in the other languages, with gaps as <see cref="string.Format(string, object?[])"/> has them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <param name="english">Words and gaps: <c>{0}</c>, or <c>{0~}</c> for one that a fragment fills.</param>
    /// <param name="words">The other languages.</param>
    public static ExplanationRow Of(string english, IReadOnlyList<string> words)
    {
        var row = new ExplanationRow(words);
        var at = 0;
        for (var open = english.IndexOf('{', StringComparison.Ordinal); open >= 0; open = english.IndexOf('{', at))
        {
            var close = english.IndexOf('}', open);
            var name = english[(open + 1)..close];
            row._literals.Add(english[at..open]);
            row._gaps.Add((int.Parse(name.TrimEnd('~'), CultureInfo.InvariantCulture), name[^1] == '~'));
            at = close + 1;
        }
        row._literals.Add(english[at..]);
        return row;
    }

    /// <summary>Whether what fills a gap is ours, to be worded too.</summary>
    public bool IsFragment(int number) => _gaps.Exists(g => g.Number == number && g.IsFragment);

    /// <summary>The ways in which the sentence stands at a place of a text: what fills the gaps, and where it ends. Short fillings first.</summary>
    public IEnumerable<(IReadOnlyList<string> Values, int End)> Fits(string text, int from) =>
        string.CompareOrdinal(text, from, _literals[0], 0, _literals[0].Length) == 0
            ? Fill(text, from + _literals[0].Length, 0, new string[_gaps.Count])
            : [];

    private IEnumerable<(IReadOnlyList<string> Values, int End)> Fill(string text, int at, int gap, string[] values)
    {
        if (gap == _gaps.Count)
        {
            yield return (values, at);
            yield break;
        }
        var (number, isFragment) = _gaps[gap];
        var after = _literals[gap + 1];
        if (after.Length == 0)
        {
            // Nothing marks where it ends: only the end of the text does.
            values[number] = text[at..];
            yield return (values, text.Length);
            yield break;
        }
        // Only our own words may be missing; a name or a figure never is.
        var next = at <= text.Length ? text.IndexOf(after, Math.Min(text.Length, isFragment ? at : at + 1), StringComparison.Ordinal) : -1;
        for (var ends = 0; next >= 0 && ends < MostEnds; ends++)
        {
            values[number] = text[at..next];
            foreach (var way in Fill(text, next + after.Length, gap + 1, values))
            {
                yield return way;
            }
            next = next + 1 <= text.Length ? text.IndexOf(after, next + 1, StringComparison.Ordinal) : -1;
        }
    }
}
