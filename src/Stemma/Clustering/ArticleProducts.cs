namespace Stemma.Clustering;

/// <summary>
/// What one article has in common with others, one after the other: its terms stand in a table, so that each of the others costs
/// its own length only, half of what it costs to go through both. Sums are taken in the order of the terms, as
/// <see cref="SparseVector.Dot"/> does: the results are the same to the last bit, whichever of the two stands in the table. Not for
/// several threads.
/// </summary>
internal sealed class ArticleProducts
{
    private const int FilterWords = 1 << 10;
    private const int LeastSlots = 1 << 9;

    // A bit for each term by its lowest bits: a hundred terms are sieved before one place of the table is looked at.
    private readonly uint[] _filter = new uint[FilterWords];
    private int[] _slots = new int[LeastSlots];
    private Weights[] _weights = new Weights[LeastSlots / 2];
    private int[] _likely = new int[128];
    private int _count;
    private float _titleSquares;

    /// <summary>The article whose terms stand in the table; null at first.</summary>
    public WeightedArticle? Article { get; private set; }

    /// <summary>Puts the terms of an article in the table, in place of those of another; nothing to do where it is in it. Linear in its terms.</summary>
    public void Take(WeightedArticle article)
    {
        if (ReferenceEquals(article, Article))
        {
            return;
        }
        Article = article;
        Clear(article.Body.Count + article.Lead.Count + article.Title.Count + article.Names.Count + article.Numbers.Count);
        for (var i = 0; i < article.Body.Count; i++)
        {
            Of(article.Body.Terms[i]).Body = article.Body.Weights[i];
        }
        for (var i = 0; i < article.Lead.Count; i++)
        {
            Of(article.Lead.Terms[i]).Lead = article.Lead.Weights[i];
        }
        for (var i = 0; i < article.Names.Count; i++)
        {
            Of(article.Names.Terms[i]).Names = article.Names.Weights[i];
        }
        for (var i = 0; i < article.Numbers.Count; i++)
        {
            Of(article.Numbers.Terms[i]).Numbers = article.Numbers.Weights[i];
        }
        for (var i = 0; i < article.Title.Count; i++)
        {
            Of(article.Title.Terms[i]).Title = article.Title.Weights[i];
        }
        _titleSquares = SquaresOf(article.Title.Weights);
    }

    /// <summary>Product of the bodies, in [0, 1].</summary>
    public float Body(WeightedArticle other)
    {
        var sum = 0f;
        var terms = other.Body.Terms;
        var weights = other.Body.Weights;
        foreach (var place in Likely(terms))
        {
            sum += Find(terms[place]).Body * weights[place];
        }
        return sum;
    }

    /// <summary>Product of the names, in [0, 1].</summary>
    public float Names(WeightedArticle other)
    {
        var sum = 0f;
        var terms = other.Names.Terms;
        var weights = other.Names.Weights;
        foreach (var place in Likely(terms))
        {
            sum += Find(terms[place]).Names * weights[place];
        }
        return sum;
    }

    /// <summary>Product of the titles, in [0, 1].</summary>
    public float Title(WeightedArticle other) => Title(other, out _);

    /// <summary>Product of the numbers, in [0, 1], and how many they share.</summary>
    public (float Product, int Shared) Numbers(WeightedArticle other)
    {
        var (sum, shared) = (0f, 0);
        var terms = other.Numbers.Terms;
        var weights = other.Numbers.Weights;
        foreach (var place in Likely(terms))
        {
            var mine = Find(terms[place]).Numbers;
            sum += mine * weights[place];
            shared += mine > 0 ? 1 : 0;
        }
        return (sum, shared);
    }

    /// <summary>
    /// Product of the first sentences, and how much of each title is told in the first sentences of the other, the mean of both;
    /// each in [0, 1].
    /// </summary>
    public (float Product, float TitlesCovered) Lead(WeightedArticle other)
    {
        var (sum, covered) = (0f, 0f);
        var terms = other.Lead.Terms;
        var weights = other.Lead.Weights;
        foreach (var place in Likely(terms))
        {
            ref readonly var mine = ref Find(terms[place]);
            sum += mine.Lead * weights[place];
            covered += mine.Title * mine.Title;
        }
        Title(other, out var othersCovered);
        var squares = SquaresOf(other.Title.Weights);
        return (sum, ((_titleSquares > 0 ? covered / _titleSquares : 0) + (squares > 0 ? othersCovered / squares : 0)) / 2);
    }

    private float Title(WeightedArticle other, out float coveredByLead)
    {
        var (sum, covered) = (0f, 0f);
        var terms = other.Title.Terms;
        var weights = other.Title.Weights;
        foreach (var place in Likely(terms))
        {
            ref readonly var mine = ref Find(terms[place]);
            var weight = weights[place];
            sum += mine.Title * weight;
            covered += mine.Lead > 0 ? weight * weight : 0;
        }
        coveredByLead = covered;
        return sum;
    }

    private static float SquaresOf(ReadOnlySpan<float> weights)
    {
        var squares = 0f;
        foreach (var weight in weights)
        {
            squares += weight * weight;
        }
        return squares;
    }

    private void Clear(int terms)
    {
        var length = _slots.Length;
        while (length < 2 * terms)
        {
            length *= 2;
        }
        if (length > _slots.Length)
        {
            _slots = new int[length];
            _weights = new Weights[length / 2];
        }
        else
        {
            Array.Clear(_slots);
        }
        Array.Clear(_filter);
        // The place of terms that are not in the table.
        _count = 1;
        _weights[0] = default;
    }

    /// <summary>The weights of a term, to be written; all 0 at first.</summary>
    private ref Weights Of(uint term)
    {
        ref var slot = ref _slots[SlotOf(term)];
        if (slot == 0)
        {
            if (_count == _weights.Length)
            {
                Array.Resize(ref _weights, _count * 2);
            }
            slot = _count++;
            _weights[slot] = new Weights { Term = term };
            _filter[(term >> 5) & (FilterWords - 1)] |= 1u << (int)(term & 31);
        }
        return ref _weights[slot];
    }

    /// <summary>The weights of a term; those of none, all 0, where it is not in the table.</summary>
    private ref readonly Weights Find(uint term) => ref _weights[_slots[SlotOf(term)]];

    private int SlotOf(uint term)
    {
        var mask = _slots.Length - 1;
        var slot = (int)((term * 2654435769u) >> 20) & mask;
        while (_slots[slot] is not 0 and var place && _weights[place].Term != term)
        {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /// <summary>The places of the terms that may be in the table: all that are and a few more.</summary>
    private ReadOnlySpan<int> Likely(ReadOnlySpan<uint> terms)
    {
        if (_likely.Length < terms.Length)
        {
            _likely = new int[terms.Length * 2];
        }
        var likely = _likely;
        var filter = _filter;
        var count = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            // Without branches: the processor cannot foresee which terms are shared.
            var term = terms[i];
            likely[count] = i;
            count += (int)(filter[(term >> 5) & (FilterWords - 1)] >> (int)(term & 31)) & 1;
        }
        return likely.AsSpan(0, count);
    }

    private struct Weights
    {
        public uint Term;
        public float Body;
        public float Lead;
        public float Names;
        public float Numbers;
        public float Title;
    }
}
