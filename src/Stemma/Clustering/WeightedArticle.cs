using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>An article's features, weighed by how much each term told when the article came in. Kept while its story is open.</summary>
internal sealed record WeightedArticle
{
    public required ArticleId Id { get; init; }

    public required DateTimeOffset? Time { get; init; }

    public required uint Outlet { get; init; }

    public required uint Address { get; init; }

    public required SparseVector Body { get; init; }

    public required SparseVector Lead { get; init; }

    public required SparseVector Names { get; init; }

    public required SparseVector Numbers { get; init; }

    public required SparseVector Title { get; init; }

    public required SparseVector Sounds { get; init; }

    public required SparseVector Ideas { get; init; }

    public required uint Language { get; init; }

    public required uint[] Shingles { get; init; }

    public required byte Weekdays { get; init; }

    /// <summary>
    /// How like its body is, on the mean, to the five likest articles some days older: in [0, 1], high in the middle of a saga,
    /// where likeness tells little. Known once its neighbours are found.
    /// </summary>
    public float Familiar { get; set; }

    /// <summary>How many articles some days older it is somewhat like.</summary>
    public int FamiliarArticles { get; set; }

    /// <summary>Has the processor fetch what comparisons read.</summary>
    public void Fetch()
    {
        MemoryAhead.Fetch(Body.Numbers);
        MemoryAhead.Fetch(Lead.Numbers);
        MemoryAhead.Fetch(Names.Numbers);
        MemoryAhead.Fetch(Numbers.Numbers);
        MemoryAhead.Fetch(Title.Numbers);
        MemoryAhead.Fetch(Shingles);
    }
}
