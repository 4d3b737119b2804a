using System.Collections.Concurrent;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>The cards of stories, kept until a story changes: a brief takes some milliseconds to unpack, a card nothing.</summary>
internal sealed class StoryCards(IStore store)
{
    private const int MostKept = 2000;
    private readonly ConcurrentDictionary<StoryId, (DateTimeOffset LastAt, int Accounts, int Roots, StoryCard Card)> _cards = new();

    public async ValueTask<StoryCard?> OfAsync(StoryLine line, CancellationToken cancellationToken)
    {
        if (_cards.TryGetValue(line.Id, out var kept) && (kept.LastAt, kept.Accounts, kept.Roots) == (line.LastAt, line.Accounts, line.Roots))
        {
            return kept.Card;
        }
        if (await store.BriefAsync(line.Id, cancellationToken).ConfigureAwait(false) is not { } brief)
        {
            return null;
        }
        if (_cards.Count >= MostKept)
        {
            _cards.Clear();
        }
        var card = StoryCard.Of(brief);
        _cards[line.Id] = (line.LastAt, line.Accounts, line.Roots, card);
        return card;
    }
}
