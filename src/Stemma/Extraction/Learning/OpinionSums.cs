namespace Stemma.Extraction.Learning;

/// <summary>Running sums and group means of the first opinions on a page's blocks.</summary>
internal sealed class OpinionSums
{
    private readonly PageContext _page;
    private readonly float[] _opinions;
    private readonly double[] _weighted;
    private readonly double[] _weights;

    public OpinionSums(PageContext page, float[] opinions)
    {
        (_page, _opinions) = (page, opinions);
        var count = opinions.Length;
        _weighted = new double[count + 1];
        _weights = new double[count + 1];
        WordsBefore = new float[count];
        HeadingAbove = new int[count];
        SectionMean = new float[count];
        SinceYes = new int[count];
        UntilYes = new int[count];
        (First, Last) = (count, -1);
        var (heading, since) = (-1, count);
        for (var i = 0; i < count; i++)
        {
            var weight = WeightOf(i);
            _weighted[i + 1] = _weighted[i] + (weight * opinions[i]);
            _weights[i + 1] = _weights[i] + weight;
            WordsBefore[i] = Words;
            HeadingAbove[i] = heading;
            heading = page.Blocks[i].IsHeading ? i : heading;
            SinceYes[i] = since = IsYes(i) ? 0 : since + 1;
            if (IsYes(i))
            {
                Words += page.Blocks[i].Words;
                First = Math.Min(First, i);
                Last = i;
            }
            Add(ByParent, page.ParentOf(i), weight, i);
            Add(ByGrandparent, Math.Max(0, page.Tree[page.ParentOf(i)].Parent), weight, i);
            Add(BySignature, page.Signatures[i], weight, i);
        }
        var (until, sectionEnd) = (count, count);
        for (var i = count - 1; i >= 0; i--)
        {
            UntilYes[i] = until = IsYes(i) ? 0 : until + 1;
            SectionMean[i] = (float)((_weighted[sectionEnd] - _weighted[i]) / Math.Max(1e-9, _weights[sectionEnd] - _weights[i]));
            sectionEnd = page.Blocks[i].IsHeading ? i : sectionEnd;
        }
    }

    /// <summary>Words of the blocks that the first opinion keeps, in all and before each block.</summary>
    public float Words { get; }

    public float[] WordsBefore { get; }

    public int First { get; }

    public int Last { get; }

    public int[] HeadingAbove { get; }

    /// <summary>Mean opinion from a block to the next heading.</summary>
    public float[] SectionMean { get; }

    /// <summary>Blocks since the last one that the first opinion keeps, and until the next.</summary>
    public int[] SinceYes { get; }

    public int[] UntilYes { get; }

    public Dictionary<int, (double Weighted, double Weight)> ByParent { get; } = [];

    public Dictionary<int, (double Weighted, double Weight)> ByGrandparent { get; } = [];

    public Dictionary<int, (double Weighted, double Weight)> BySignature { get; } = [];

    public float WordsAfter(int i) => Words - WordsBefore[i] - (IsYes(i) ? _page.Blocks[i].Words : 0);

    /// <summary>Mean opinion of the blocks at most so far away, weighted by words, the block itself left out.</summary>
    public double Window(int i, int reach)
    {
        var (from, to) = (Math.Max(0, i - reach), Math.Min(_opinions.Length, i + reach + 1));
        var weight = WeightOf(i);
        return Ratio(_weighted[to] - _weighted[from] - (weight * _opinions[i]), _weights[to] - _weights[from] - weight);
    }

    /// <summary>Mean opinion of the other blocks of a group.</summary>
    public double Mean(Dictionary<int, (double Weighted, double Weight)> groups, int key, int i)
    {
        var (weighted, weights) = groups[key];
        var weight = WeightOf(i);
        return Ratio(weighted - (weight * _opinions[i]), weights - weight);
    }

    private static double Ratio(double weighted, double weight) => weight < 1e-6 ? -0.1 : weighted / weight;

    private bool IsYes(int i) => _opinions[i] > 0.5f;

    private double WeightOf(int i) => Math.Sqrt(Math.Min(_page.Blocks[i].Words, 100));

    private void Add(Dictionary<int, (double Weighted, double Weight)> groups, int key, double weight, int i)
    {
        var (weighted, weights) = groups.GetValueOrDefault(key);
        groups[key] = (weighted + (weight * _opinions[i]), weights + weight);
    }
}
