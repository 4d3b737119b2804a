namespace Stemma.Model;

/// <summary>Who rests on whom in one story: an acyclic graph of accounts, cited outlets, documents and sources.</summary>
public sealed record Lineage
{
    public required StoryId Story { get; init; }

    /// <summary>Accounts first, by time; then cited outlets, documents and sources by name.</summary>
    public required IReadOnlyList<LineageNode> Nodes { get; init; }

    /// <summary>The links, each from the one who rests to what it rests on; no cycle.</summary>
    public required IReadOnlyList<SourceLink> Links { get; init; }

    /// <summary>Per account, in the order of the story: first-hand or not, and its roots.</summary>
    public required IReadOnlyList<AccountOrigin> Origins { get; init; }

    /// <summary>The outlets that rest on no other, most rested upon first.</summary>
    public required IReadOnlyList<LineageRoot> Roots { get; init; }

    /// <summary>
    /// How many independent roots the news itself has: roots that report or confirm it, editions of one newsroom and
    /// carriers of one wire text counted once, accounts whose origin is unclear not counted.
    /// </summary>
    public required int IndependentRoots { get; init; }

    /// <summary>Accounts that neither cite anyone nor show reporting of their own.</summary>
    public required int UnclearOrigins { get; init; }

    /// <summary>How the number of roots came about.</summary>
    public required Explanation Explanation { get; init; }
}
