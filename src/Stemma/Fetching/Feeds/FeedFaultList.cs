namespace Stemma.Fetching;

/// <summary>Collects what is wrong with a feed: of each kind the first.</summary>
internal sealed class FeedFaultList
{
    private readonly List<FeedFault> _faults = [];
    private long _seen;

    public IReadOnlyList<FeedFault> Faults => _faults;

    /// <summary>Whether a fault of that kind is known already: then there is no need to look for its place.</summary>
    public bool Has(FeedFaultKind kind) => (_seen & (1L << (int)kind)) != 0;

    public void Add(FeedFaultKind kind, string? detail = null, int? line = null)
    {
        if (!Has(kind))
        {
            _seen |= 1L << (int)kind;
            _faults.Add(new FeedFault(kind, detail, line));
        }
    }
}
