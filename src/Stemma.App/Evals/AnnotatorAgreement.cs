namespace Stemma.App.Evals;

/// <summary>How far two annotators of the same events agree, one not seeing the other: what a system can reach at most.</summary>
internal sealed class AnnotatorAgreement
{
    private readonly ClaimScorer _claims = new();
    private readonly ClaimScorer _utterances = new();
    private readonly Tally _links = new();
    private readonly Tally _firstHand = new();

    /// <summary>Counts an event: the second annotation is scored as if it were shown, the first as gold.</summary>
    public void Add(GoldStory first, GoldStory second)
    {
        var (claims, secondClaims) = (first.Claims.Select(static c => c.Members).ToList(), second.Claims.Select(static c => c.Members).ToList());
        _claims.Add(claims, first.Utterances, secondClaims, second.Utterances);
        _utterances.Add(first.Utterances, [], second.Utterances, []);
        var (links, secondLinks) = (first.Links.Select(static l => (l.From, l.To)).ToHashSet(), second.Links.Select(static l => (l.From, l.To)).ToHashSet());
        var shared = links.Count(secondLinks.Contains);
        _links.Right += shared;
        _links.Missing += links.Count - shared;
        _links.Wrong += secondLinks.Count - shared;
        foreach (var (article, verdict) in first.FirstHand)
        {
            var isSame = second.FirstHand.TryGetValue(article, out var other) && other == verdict;
            _firstHand.Right += isSame ? 1 : 0;
            _firstHand.Missing += isSame ? 0 : 1;
        }
    }

    public IEnumerable<EvalFigure> Figures() =>
    [
        .. _claims.Tally.Figures("stories.agreement.claims"),
        .. _utterances.Tally.Figures("stories.agreement.utterances"),
        .. _links.Figures("stories.agreement.links"),
        new EvalFigure("stories.agreement.first_hand.accuracy", _firstHand.Recall),
    ];
}
