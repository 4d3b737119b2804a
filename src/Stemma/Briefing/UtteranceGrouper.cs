using System.Globalization;
using Stemma.Model;
using Stemma.Text;
using Stemma.Tracing;

namespace Stemma.Briefing;

/// <summary>Finds the quotes, over all accounts, that render the same words of one speaker.</summary>
internal sealed class UtteranceGrouper(StoryTerms terms, SpeakerNames names)
{
    /// <summary>Words that a quote of one account must have to be shown as an utterance.</summary>
    private const int FewestWords = 5;

    /// <summary>Content words that two stretches must share to be translations of one another.</summary>
    private const int TranslationWords = 3;

    /// <summary>How telling those words must be together, and what share of the shorter stretch they must be.</summary>
    private const double TranslationTelling = 2;
    private const double TranslationShare = 0.5;

    /// <summary>Words up to which a stretch is a fragment: the same speaker's, it must stand word for word in the other.</summary>
    private const int FragmentWords = 4;

    /// <summary>The speaker where no account tells one.</summary>
    private const string Unclear = "unclear";

    /// <summary>The utterances of a story, those in most accounts first; a quote that one account alone has is one too.</summary>
    public IReadOnlyList<Utterance> Group(Story story)
    {
        // The longest first: each stretch joins the fullest rendering that it is a wording of, so that two cuts that share
        // nothing are not chained by a third that holds both.
        List<List<QuoteTurn>> groups = [];
        foreach (var stretch in story.Accounts.SelectMany(StretchesOf)
            .OrderByDescending(t => t.WordCount)
            .ThenBy(t => t.Account.Article.SortTime)
            .ThenBy(t => t.Account.Id)
            .ThenBy(t => t.Quotes[0].Span))
        {
            var group = groups.Find(g => g[0].Account.Id != stretch.Account.Id && g[0].Runs.Overlaps(stretch.Runs));
            if (group is null)
            {
                groups.Add([stretch]);
            }
            else
            {
                group.Add(stretch);
            }
        }
        groups = Joined(groups);
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

    // Words in a row have told what is the same beyond doubt; what is likely the same joins the fullest that it may render.
    private List<List<QuoteTurn>> Joined(List<List<QuoteTurn>> groups)
    {
        List<List<QuoteTurn>> joined = [];
        foreach (var group in groups)
        {
            var fuller = joined.Find(g => AreSame(g[0], group[0]));
            if (fuller is null)
            {
                joined.Add(group);
            }
            else
            {
                fuller.AddRange(group);
            }
        }
        return joined;
    }

    // What one account alone has is shown whole: the stretches of one turn together.
    private static IEnumerable<List<QuoteTurn>> WholeTurns(IEnumerable<QuoteTurn> alone) =>
        alone.GroupBy(t => (t.Account.Id, t.Quotes[0].Turn, t.SpeakerKey))
            .OrderBy(g => g.Key.Id)
            .ThenBy(g => g.Key.Turn)
            .Select(g => new List<QuoteTurn>
            {
                new(g.First().Account, g.Key.SpeakerKey, [.. g.SelectMany(t => t.Quotes).OrderBy(q => q.Span)], g.First().Day),
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
                account, q.Speaker is null ? "" : names.KeyOf(q.Speaker), [q], DayOf(account, turn))));

    // The day of the utterance: a date beside the cue, outside the quoted words.
    private static (DateOnly From, DateOnly To)? DayOf(Account account, IEnumerable<Quote> quotes)
    {
        var all = quotes.ToList();
        var sentences = account.Analysis.Sentences.Where(s => all.Any(q => q.Span.Overlaps(s.Span))).ToList();
        var date = account.Analysis.Dates.FirstOrDefault(d =>
            sentences.Any(s => s.Span.Contains(d.Span)) && !all.Any(q => q.Span.Overlaps(d.Span)));
        return date is null ? null : (date.From, date.To);
    }

    /// <summary>
    /// Whether two stretches render the same words: five words in a row are equal, whoever each account says spoke; or the speaker
    /// is the same, no dates tell that the occasions differ, and nearly all content of some piece of one, two telling words
    /// at the least, stands in the other, the two share half of what they speak of, or one
    /// is a fragment of the other.
    /// </summary>
    private bool AreSame(QuoteTurn a, QuoteTurn b)
    {
        if (a.Account.Id == b.Account.Id)
        {
            return false;
        }
        var isOtherDay = a.Day is { } x && b.Day is { } y && (x.To < y.From || y.To < x.From);
        var mayBeOne = a.SpeakerKey == b.SpeakerKey || a.SpeakerKey.Length == 0 || b.SpeakerKey.Length == 0;
        return a.Runs.Overlaps(b.Runs)
            || (mayBeOne && !isOtherDay && IsFragmentOf(a, b))
            || (a.SpeakerKey.Length > 0 && a.SpeakerKey == b.SpeakerKey && !isOtherDay && (Renders(a, b) || Renders(b, a) || Translates(a, b)));
    }

    // Two translations share no wording, but much of what is spoken of.
    private static bool Translates(QuoteTurn a, QuoteTurn b)
    {
        var shared = a.Stems.Where(b.Stems.Contains).ToList();
        return shared.Count >= TranslationWords
            && shared.Count >= TranslationShare * Math.Min(a.Stems.Count, b.Stems.Count)
            && shared.Sum(CommonWords.BuiltIn.Telling) >= TranslationTelling;
    }

    // A word or two that somebody is quoted with stand in what the same speaker, or one who is not named, is quoted with elsewhere.
    private static bool IsFragmentOf(QuoteTurn whole, QuoteTurn part) =>
        part.WordCount <= FragmentWords
        && (whole.WordCount > part.WordCount || whole.Folded == part.Folded)
        && part.Stems.Any(s => CommonWords.BuiltIn.Telling(s) == 1)
        && whole.Folded.Contains(part.Folded, StringComparison.Ordinal);

    private bool Renders(QuoteTurn part, QuoteTurn whole)
    {
        foreach (var piece in part.Pieces)
        {
            double shared = 0, all = 0;
            var hits = 0;
            foreach (var stem in piece)
            {
                var weight = Math.Max(terms.Weight(stem), 0.1);
                all += weight;
                if (whole.Stems.Contains(stem))
                {
                    shared += weight;
                    hits++;
                }
            }
            if (hits >= 2 && shared >= BriefOptions.SameUtterance * all)
            {
                return true;
            }
        }
        return false;
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
        if (turn.Quotes[0].Speaker is not { } named)
        {
            return Unclear;
        }
        var speaker = names.Resolve(named);
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
