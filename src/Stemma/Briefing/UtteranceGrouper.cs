using System.Globalization;
using Stemma.Model;

namespace Stemma.Briefing;

/// <summary>Finds the quotes, over all accounts, that render the same words of one speaker.</summary>
internal sealed class UtteranceGrouper(SpeakerNames names)
{
    /// <summary>Words that a quote of one account must have to be shown as an utterance.</summary>
    private const int FewestWords = 5;

    /// <summary>The speaker where no account tells one.</summary>
    private const string Unclear = "unclear";

    /// <summary>The utterances of a story, those in most accounts first; a quote that one account alone has is one too.</summary>
    public IReadOnlyList<Utterance> Group(Story story)
    {
        // The longest first: each stretch joins the fullest rendering that it is a wording of.
        var groups = UtteranceClusters.Of(story.Accounts.SelectMany(StretchesOf));
        var shared = groups.Where(g => g.Count > 1).ToList();
        return
        [
            .. shared.Concat(WholeTurns(groups.Where(g => g.Count == 1).Select(g => g[0])))
                .Where(IsWorthShowing)
                .Select(ToUtterance)
                .OrderByDescending(u => u.Wordings.Select(w => w.Account).Distinct().Count())
                .ThenByDescending(u => u.Wordings[0].Parts.Sum(p => p.Length))
                .ThenBy(u => u.Id),
        ];
    }

    // What one account alone has is shown whole: the stretches of one turn together.
    private static IEnumerable<List<QuoteTurn>> WholeTurns(IEnumerable<QuoteTurn> alone) =>
        alone.GroupBy(t => (t.Account.Id, t.Quotes[0].Turn, t.Speaker.Key))
            .OrderBy(g => g.Key.Id)
            .ThenBy(g => g.Key.Turn)
            .Select(g => new List<QuoteTurn>
            {
                new(g.First().Account, g.First().Speaker, [.. g.SelectMany(t => t.Quotes).OrderBy(q => q.Span)], g.First().Day),
            });

    // A few words that one account alone quotes are its emphasis; what no person or body says is no utterance.
    private static bool IsWorthShowing(List<QuoteTurn> turns) =>
        turns.Select(t => t.Account.Id).Distinct().Count() > 1
        || (turns[0].WordCount >= FewestWords && turns[0].Quotes.Any(q => SpeakerNames.IsSomebody(turns[0].Account.Analysis, q)));

    private IEnumerable<QuoteTurn> StretchesOf(Account account) =>
        account.Analysis.Quotes
            .Where(q => q.Form is not QuoteForm.Indirect)
            .GroupBy(q => q.Turn)
            .SelectMany(turn => turn.Select(q => new QuoteTurn(
                account, names.SpeakerOf(account, q), [q], DayOf(account, turn))));

    // The day of the utterance: a date beside the cue, outside the quoted words.
    private static (DateOnly From, DateOnly To)? DayOf(Account account, IEnumerable<Quote> quotes)
    {
        var all = quotes.ToList();
        var sentences = account.Analysis.Sentences.Where(s => all.Any(q => q.Span.Overlaps(s.Span))).ToList();
        var date = account.Analysis.Dates.FirstOrDefault(d =>
            sentences.Any(s => s.Span.Contains(d.Span)) && !all.Any(q => q.Span.Overlaps(d.Span)));
        return date is null ? null : (date.From, date.To);
    }

    private Utterance ToUtterance(List<QuoteTurn> turns)
    {
        var fullest = turns.OrderByDescending(t => t.WordCount).ThenBy(t => t.Account.Article.SortTime)
            .ThenBy(t => t.Account.Id).ThenBy(t => t.Quotes[0].Span).First();
        var wordings = turns
            .OrderBy(t => t != fullest)
            .ThenBy(t => t.Account.Article.SortTime)
            .ThenBy(t => t.Account.Id)
            .ThenBy(t => t.Quotes[0].Span)
            .Select(t => ToWording(t, fullest))
            .ToList();
        var evidence = wordings.SelectMany(w => w.Parts.Select(p => new Evidence(w.Account, p))).Order().ToList();
        // Who most accounts say spoke; of equals the one named in full, then the fullest wording's.
        var speaker = turns.GroupBy(SpeakerOf, StringComparer.Ordinal)
            .OrderBy(g => g.Key == Unclear)
            .ThenByDescending(g => g.Count())
            .ThenByDescending(g => g.Key.Contains(' ', StringComparison.Ordinal))
            .ThenByDescending(g => g.Contains(fullest))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;
        var accounts = wordings.Select(w => w.Account).Distinct().Count();
        return new Utterance(
            ItemId.Of('u', evidence, speaker),
            speaker,
            wordings,
            new Explanation(
                "brief.utterance",
                accounts == 1
                    ? $"{turns[0].Account.Outlet} alone quotes {speaker} so."
                    : string.Create(CultureInfo.InvariantCulture,
                        $"{accounts} accounts quote {speaker} with the same telling words, and none dates it to another day."),
                accounts,
                evidence));
    }

    private static Wording ToWording(QuoteTurn turn, QuoteTurn fullest)
    {
        var text = turn.Account.Article.Text;
        var parts = turn.Quotes.Select(q => q.Span).ToList();
        var differing = turn == fullest
            ? []
            : WordAlignment.Of(fullest.Account.Article.Text, fullest.Quotes.Select(q => q.Span), text, parts).OnlyInB();
        return new Wording(
            turn.Account.Id,
            parts,
            differing,
            turn.Quotes.Select(q => q.Setting).FirstOrDefault(s => s is not null),
            CitedFor(turn));
    }

    // "The report says" speaks for the outlet whose report it is.
    private string SpeakerOf(QuoteTurn turn)
    {
        if (names.SpeakerIn(turn.Account, turn.Quotes[0]) is not { } speaker)
        {
            return Unclear;
        }
        return char.IsLower(speaker[0]) && ReportWords.Contains(speaker.Split(' ')[^1]) ? CitedFor(turn) ?? speaker : speaker;
    }

    private static readonly HashSet<string> ReportWords = new(StringComparer.Ordinal)
    {
        "report", "newspaper", "paper", "article", "story", "outlet", "agency", "magazine", "order", "document", "memo",
        "bericht", "zeitung", "blatt", "agentur",
    };

    private static string? CitedFor(QuoteTurn turn) =>
        turn.Account.Analysis.Citations
            .FirstOrDefault(c => turn.Quotes.Any(q => c.Scope.Overlaps(q.Span))
                && c.Kind is CitationKind.Reports or CitationKind.FirstReport or CitationKind.AlsoReports)?.Outlet;
}
