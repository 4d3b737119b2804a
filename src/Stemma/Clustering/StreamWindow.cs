using System.Runtime.InteropServices;

namespace Stemma.Clustering;

/// <summary>
/// The articles open at a time, the recent frequencies of terms and the clock of the stream: everything that the decision
/// where an article belongs rests on, without the decision.
/// </summary>
/// <param name="options">How long it is, and how much of an article counts.</param>
/// <param name="background">How common words are before any article has come.</param>
/// <param name="products">A table to compare in, shared with who compares the same article.</param>
internal sealed class StreamWindow(ClusteringOptions options, BackgroundFrequencies background, ArticleProducts? products = null)
{
    private const int SweepEvery = 1 << 14;
    private const int CloseTogether = 1 << 10;

    private readonly RollingFrequencies _frequencies = new(options, background);
    private readonly NeighbourIndex _index = new(options);
    private readonly List<OpenArticle> _open = [];
    private readonly List<OpenArticle> _justClosed = [];
    private readonly HashSet<uint> _languages = [];
    private readonly VectorPacker _packer = new();
    private readonly HeaviestTerms _heaviest = new();
    private readonly Familiarity _familiarity = new(products ?? new ArticleProducts());
    private float[] _idfs = new float[512];
    private uint[] _terms = new uint[512];
    private float[] _weights = new float[512];
    private int _slots;
    private int _oldest;
    private int _firstKept;

    /// <summary>Latest time that an article told; the start of time before the first.</summary>
    public DateTimeOffset Clock { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The articles that are compared with, in order of arrival, and perhaps a few just closed.</summary>
    public IReadOnlyList<OpenArticle> Open => _open;

    /// <summary>
    /// Moves the clock to the article, weighs its terms, finds the open articles nearest to it, best first, and opens it to those
    /// that follow.
    /// </summary>
    public (OpenArticle Article, List<OpenArticle> Neighbours) Enter(ArticleFeatures features)
    {
        if (features.Time is { } now && now > Clock)
        {
            Clock = now;
            _frequencies.MoveTo(now);
        }
        var article = new OpenArticle(_slots++, Weigh(features, Counting.Counted), Clock);
        var terms = TellingTerms(article.Weighted);
        AddSounds(article.Weighted, terms);
        Close();
        var neighbours = _index.Find(terms, _oldest, article.Slot).ConvertAll(slot => _open[slot - _firstKept]);
        _familiarity.Measure(article.Weighted, neighbours);
        _index.Add(terms, article.Slot);
        _open.Add(article);
        return (article, neighbours);
    }

    /// <summary>Whether an article is no longer compared with.</summary>
    public bool IsClosed(OpenArticle article) => article.Slot < _firstKept;

    /// <summary>The articles closed since the last call, in order of arrival.</summary>
    public IReadOnlyList<OpenArticle> TakeClosed()
    {
        if (_justClosed.Count == 0)
        {
            return [];
        }
        OpenArticle[] closed = [.. _justClosed];
        _justClosed.Clear();
        return closed;
    }

    /// <summary>What an archive finds an article by.</summary>
    public List<uint> ArchiveTermsOf(WeightedArticle article) => ClosedArticle.TermsOf(article, TellingTerms(article), options.ArchiveTerms);

    /// <summary>Closes articles too old to be compared with: long ago, with many others since.</summary>
    private void Close()
    {
        while (_slots - _oldest > options.AlwaysOpen && Clock - _open[_oldest - _firstKept].Seen > options.CloseAfter)
        {
            _oldest++;
        }
        var closed = _oldest - _firstKept;
        if (closed > 0 && (closed >= CloseTogether || closed * 4 > _open.Count))
        {
            _justClosed.AddRange(_open.Take(closed));
            _open.RemoveRange(0, closed);
            _firstKept = _oldest;
        }
        if (_slots % SweepEvery == 0)
        {
            _index.Sweep(_oldest);
        }
    }

    /// <summary>Articles of other languages are found by the sounds of names and cognates, once there are any.</summary>
    private void AddSounds(WeightedArticle article, List<(uint Term, float Weight)> terms)
    {
        if (article.Language == 0)
        {
            return;
        }
        _languages.Add(article.Language);
        if (_languages.Count > 1)
        {
            foreach (var entry in _heaviest.Rank(article.Sounds.Terms, article.Sounds.Weights, options.SoundLookups))
            {
                terms.Add(HeaviestTerms.Unpack(entry));
            }
        }
    }

    /// <summary>The article as it would be weighed if it came now. Changes nothing.</summary>
    public WeightedArticle Preview(ArticleFeatures features) => Weigh(features, Counting.LookedUp);

    private WeightedArticle Weigh(ArticleFeatures features, Counting counting)
    {
        if (counting == Counting.Counted)
        {
            _frequencies.AddArticle();
        }
        Add(features.Body, options.BodyTerms, counting);
        // The first sentences begin the body: their terms are its first terms, in the same order, with the same frequencies.
        Add(features.Lead, options.LeadTerms, Counting.AsBefore);
        Add(features.Names, options.NameTerms, counting);
        Add(features.Numbers, options.NumberTerms, Counting.LookedUp);
        if (counting == Counting.Counted)
        {
            CountTitle(features);
        }
        Add(features.Title, options.LeadTerms, Counting.LookedUp);
        Add(features.Sounds, options.SoundTerms, counting);
        Add(features.Ideas, options.IdeaTerms, counting);
        var vectors = _packer.Pack();
        return new WeightedArticle
        {
            Id = features.Id,
            Time = features.Time,
            Outlet = features.Outlet,
            Address = features.Address,
            Body = vectors[0],
            Lead = vectors[1],
            Names = vectors[2],
            Numbers = vectors[3],
            Title = vectors[4],
            Sounds = vectors[5],
            Ideas = vectors[6],
            Language = features.Language,
            Shingles = features.Shingles,
            Weekdays = features.Weekdays,
        };
    }

    /// <summary>Words of the title count as words of the body, but not twice.</summary>
    private void CountTitle(ArticleFeatures features)
    {
        Span<float> unused = stackalloc float[1];
        foreach (ref readonly var term in CollectionsMarshal.AsSpan(features.Title))
        {
            if (!Holds(CollectionsMarshal.AsSpan(features.Body), term.Term))
            {
                _frequencies.Count(new ReadOnlySpan<ArticleTerm>(in term), unused);
            }
        }
    }

    private static bool Holds(ReadOnlySpan<ArticleTerm> terms, uint term)
    {
        foreach (ref readonly var held in terms)
        {
            if (held.Term == term)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Adds a vector of the terms to the packer.</summary>
    private void Add(List<ArticleTerm> list, int limit, Counting counting)
    {
        var terms = CollectionsMarshal.AsSpan(list);
        if (_idfs.Length < terms.Length)
        {
            Array.Resize(ref _idfs, terms.Length * 2);
            _terms = new uint[_idfs.Length];
            _weights = new float[_idfs.Length];
        }
        if (counting == Counting.Counted)
        {
            _frequencies.Count(terms, _idfs);
        }
        for (var i = 0; i < terms.Length; i++)
        {
            if (counting == Counting.LookedUp)
            {
                _idfs[i] = _frequencies.IdfOf(terms[i].Term);
            }
            _terms[i] = terms[i].Term;
            _weights[i] = (terms[i].Count == 1 ? 1 : 1 + MathF.Log(terms[i].Count)) * _idfs[i];
        }
        _packer.AddHeaviest(_terms.AsSpan(0, terms.Length), _weights.AsSpan(0, terms.Length), limit);
    }

    /// <summary>The heaviest terms of body, names and title together, with the weights of the kinds.</summary>
    private List<(uint Term, float Weight)> TellingTerms(WeightedArticle article)
    {
        // What is missing leaves its share to the others: a headline alone is all title.
        var present = (article.Body.IsEmpty ? 0 : options.BodyWeight) + (article.Names.IsEmpty ? 0 : options.NameWeight)
            + (article.Title.IsEmpty ? 0 : options.TitleWeight);
        List<uint> terms = new(article.Body.Count + article.Names.Count + article.Title.Count);
        List<float> weights = new(terms.Capacity);
        Gather(article.Body, options.BodyWeight);
        var titleShare = MathF.Sqrt((float)(options.TitleWeight / present));
        for (var i = 0; i < article.Title.Count; i++)
        {
            var weight = article.Title.Weights[i] * titleShare;
            if (article.Body.PlaceOf(article.Title.Terms[i]) is >= 0 and var place)
            {
                weights[place] += weight;
            }
            else
            {
                terms.Add(article.Title.Terms[i]);
                weights.Add(weight);
            }
        }
        Gather(article.Names, options.NameWeight);
        List<(uint, float)> telling = new(options.LookupTerms);
        foreach (var entry in _heaviest.Rank(CollectionsMarshal.AsSpan(terms), CollectionsMarshal.AsSpan(weights), options.LookupTerms))
        {
            telling.Add(HeaviestTerms.Unpack(entry));
        }
        return telling;

        void Gather(SparseVector vector, double share)
        {
            var scale = MathF.Sqrt((float)(share / present));
            for (var i = 0; i < vector.Count; i++)
            {
                terms.Add(vector.Terms[i]);
                weights.Add(vector.Weights[i] * scale);
            }
        }
    }

    private enum Counting
    {
        /// <summary>The article counts as one more that holds the terms.</summary>
        Counted,

        /// <summary>It was counted already, or does not count.</summary>
        LookedUp,

        /// <summary>The frequencies of the terms added last, of which these are the first.</summary>
        AsBefore,
    }

    /// <summary>Writes the window, to go on from it after a restart.</summary>
    public void Write(BinaryWriter writer)
    {
        _frequencies.Write(writer);
        _index.Write(writer);
        writer.Write(Clock.UtcTicks);
        writer.Write(_slots);
        writer.Write(_oldest);
        writer.Write(_firstKept);
        writer.Write(_languages.Count);
        foreach (var language in _languages.Order())
        {
            writer.Write(language);
        }
        OpenArticleStore.Write(writer, _open);
    }

    /// <summary>Takes up what <see cref="Write"/> wrote.</summary>
    public void Read(BinaryReader reader)
    {
        _frequencies.Read(reader);
        _index.Read(reader);
        Clock = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        _slots = reader.ReadInt32();
        _oldest = reader.ReadInt32();
        _firstKept = reader.ReadInt32();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            _languages.Add(reader.ReadUInt32());
        }
        _open.AddRange(OpenArticleStore.Read(reader));
    }
}
