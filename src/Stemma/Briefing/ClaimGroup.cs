using Stemma.Model;

namespace Stemma.Briefing;

/// <summary>Sentences while they are put together; equal ones stand as one.</summary>
internal sealed class ClaimGroup
{
    private readonly HashSet<ArticleId> _accounts;

    public ClaimGroup(ClaimPairs pairs, int sentence)
    {
        Sentences.Add(sentence);
        _accounts = [.. pairs.AccountsOf(sentence)];
    }

    /// <summary>Indexes among <see cref="ClaimPairs.Sentences"/>.</summary>
    public List<int> Sentences { get; } = [];

    /// <summary>The accounts that have one of the sentences.</summary>
    public IReadOnlySet<ArticleId> Accounts => _accounts;

    public void Add(ClaimGroup other)
    {
        Sentences.AddRange(other.Sentences);
        _accounts.UnionWith(other._accounts);
    }

    public void Add(ClaimPairs pairs, int sentence)
    {
        Sentences.Add(sentence);
        _accounts.UnionWith(pairs.AccountsOf(sentence));
    }
}
