using System.Collections.Concurrent;
using Stemma.App.Serving;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>The cards of stories, kept until a story changes: a brief takes some milliseconds to unpack, a card nothing.</summary>
internal sealed class StoryCards(IStore store, ServerSetup setup)
{
    private const int MostKept = 2000;

    // An outlet may change words without a new article coming; the line does not tell.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<StoryId, (DateTimeOffset LastAt, int Accounts, int Roots, DateTimeOffset Made, StoryCard Card)> _cards = new();

    public async ValueTask<StoryCard?> OfAsync(StoryLine line, CancellationToken cancellationToken)
    {
        var now = setup.Clock.GetUtcNow();
        if (_cards.TryGetValue(line.Id, out var kept) && (kept.LastAt, kept.Accounts, kept.Roots) == (line.LastAt, line.Accounts, line.Roots)
            && now - kept.Made < Longest)
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
        _cards[line.Id] = (line.LastAt, line.Accounts, line.Roots, now, card);
        return card;
    }
}
