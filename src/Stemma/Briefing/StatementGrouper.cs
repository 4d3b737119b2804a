using System.Globalization;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Gathers who denied, confirmed or declined, over all accounts.</summary>
internal sealed class StatementGrouper(StoryTerms terms, SpeakerNames names, OutletRegistry outlets)
{
    /// <summary>One statement per party and kind: denials first, then confirmations, refusals, silence.</summary>
    public IReadOnlyList<Statement> Group(Story story)
    {
        // An outlet that confirms is a link of the lineage, not a party to the matter.
        var signals = story.Accounts
            .SelectMany(a => a.Analysis.Statuses.Concat(a.Analysis.OwnStands).Select(s => (Account: a, Signal: s)))
            .Where(s => s.Signal.Party is null || outlets.FindByName(s.Signal.Party) is null);
        return
        [
            .. signals
                .GroupBy(s => (s.Signal.Kind, Party: s.Signal.Party is null ? "" : names.KeyOf(s.Signal.Party)))
                .Select(g => ToStatement(g.Key.Kind, [.. g]))
                .OrderBy(s => s.Kind switch { StatusKind.Denied => 0, StatusKind.Confirmed => 1, StatusKind.Declined => 2, _ => 3 })
                .ThenByDescending(s => s.Words.Count)
                .ThenBy(s => s.Id),
        ];
    }

    private Statement ToStatement(StatusKind kind, List<(Account Account, StatusSignal Signal)> group)
    {
        var words = group.Select(g => SentenceOf(g.Account, g.Signal.Span)).Distinct().ToList();
        var party = group.Select(g => g.Signal.Party).FirstOrDefault(p => p is not null);
        var signals = group.Select(g => new Evidence(g.Account.Id, g.Signal.Span)).ToList();
        return new Statement(
            ItemId.Of('t', signals, kind.ToString()),
            kind,
            party is null ? null : names.Resolve(party),
            words,
            [.. group.Select(g => g.Signal.AskedBy).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            new Explanation(
                "brief.statement",
                string.Create(CultureInfo.InvariantCulture,
                    $"{group.Select(g => g.Account.Id).Distinct().Count()} account(s) say so in these words."),
                null,
                signals));
    }

    private Evidence SentenceOf(Account account, TextSpan span) =>
        terms.ByAccount[account.Id].FirstOrDefault(s => s.Sentence.Span.Overlaps(span))?.Evidence
        ?? new Evidence(account.Id, span);
}
