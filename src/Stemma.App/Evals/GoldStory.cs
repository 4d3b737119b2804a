using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>A story with what people say of it: what the lineage and the brief are scored against.</summary>
internal sealed record GoldStory
{
    /// <summary>The name of a root that is no outlet: what was said or done in public.</summary>
    public const string Public = "public";

    public required string Name { get; init; }

    public required StoryBrief Brief { get; init; }

    /// <summary>Whether it lists all utterances, statements and differences, or only the telling ones.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Who rests on whom: account, outlet's name, kind (cites, confirms, carries, copies).</summary>
    public IReadOnlyList<(ArticleId From, string To, string Kind)> Links { get; init; } = [];

    public IReadOnlyDictionary<ArticleId, FirstHand> FirstHand { get; init; } = new Dictionary<ArticleId, FirstHand>();

    /// <summary>Names of the roots; of the news itself, or of anything, as <see cref="RootsOfTheNewsOnly"/> says.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    public bool RootsOfTheNewsOnly { get; init; }

    /// <summary>Sentences that state the same thing, with the number of independent roots where it is told.</summary>
    public IReadOnlyList<(IReadOnlyList<Evidence> Members, int? Roots, string? Status)> Claims { get; init; } = [];

    /// <summary>Pairs of sentences that were judged one by one, of an event whose claims are not annotated.</summary>
    public IReadOnlyList<(Evidence A, Evidence B, bool IsSame)> JudgedPairs { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Evidence>> Utterances { get; init; } = [];

    public IReadOnlyList<(StatusKind Kind, Evidence Words)> Statements { get; init; } = [];

    public IReadOnlyList<(bool IsOutright, IReadOnlyList<Evidence> Members)> Differences { get; init; } = [];

    public Account AccountOf(ArticleId id) => Brief.Story.Accounts.First(a => a.Id == id);

    public string OutletOf(ArticleId id) => AccountOf(id).Outlet;

    /// <summary>A name as names are compared, without article and case: "The Post" and "Post".</summary>
    public static string KeyOf(string name)
    {
        var key = name.ToLowerInvariant();
        return key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;
    }
}
