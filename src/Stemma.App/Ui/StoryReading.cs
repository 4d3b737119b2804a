using Stemma.App.Ui.Shell;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui;

/// <summary>
/// A brief with the look-ups and groupings that terminal and page share: whose words, which text, which section.
/// </summary>
public sealed class StoryReading
{
    private const int MostProofChars = 160;
    private readonly Dictionary<ArticleId, Article> _articles = [];
    private readonly Dictionary<ArticleId, AccountOrigin> _origins;

    public StoryReading(StoryBrief brief, ShortIds ids)
    {
        Brief = brief;
        Ids = ids;
        foreach (var account in brief.Story.Accounts)
        {
            foreach (var version in account.EarlierVersions)
            {
                _articles.TryAdd(version.Id, version);
            }
            _articles[account.Id] = account.Article;
        }
        _origins = brief.Lineage.Origins.DistinctBy(o => o.Account).ToDictionary(o => o.Account);
        Forest = new LineageForest(brief.Story, brief.Lineage);
        Roots = [.. Forest.Roots.Select((r, i) => RootMark.Of(i, r.Root.Node, Outlet(brief.Lineage.Nodes[r.Root.Node])))];
        // What is to come stands under what is next, once.
        var claims = brief.Claims.Where(c => c.IsTheNews || !brief.Next.Any(n => n.Words == c.Words)).ToList();
        Known = [.. claims.Where(c => c.Status == ClaimStatus.Confirmed || (c.Status == ClaimStatus.Reported && c.Roots.Count > 1))];
        OnOneRoot = [.. claims.Where(c => c.Status == ClaimStatus.Reported && c.Roots.Count == 1)];
        var told = brief.Statements.SelectMany(s => s.Words).ToList();
        Contested = [.. claims.Where(c =>
            c.Status is ClaimStatus.Denied or ClaimStatus.Declined or ClaimStatus.Disputed
            && !told.Any(w => w.Article == c.Words.Article && w.Span.Overlaps(c.Words.Span)))];
        Confirmations = [.. brief.Statements.Where(s => s.Kind == StatusKind.Confirmed && s.IsOnTheNews
            && !Known.Any(c => c.Supports.Any(p => s.Words.Any(w => w.Article == p.Words.Article && w.Span.Overlaps(p.Words.Span)))))];
        Unclear = [.. claims.Where(c => c.Status == ClaimStatus.Unclear || (c.Status == ClaimStatus.Reported && c.Roots.Count == 0))];
    }

    public StoryBrief Brief { get; }

    /// <summary>The words of the interface around it. Passages in another language than theirs are marked as such.</summary>
    public Texts Texts { get => field ??= TextTable.Shared.English; init; }

    /// <summary>Where the server gives all data of the story; null where there is no server.</summary>
    public string? DataPath { get; init; }

    public ShortIds Ids { get; }

    public LineageForest Forest { get; }

    /// <summary>The signs of the roots, in the order of the forest.</summary>
    public IReadOnlyList<RootMark> Roots { get; }

    public IReadOnlyList<Account> Accounts => Brief.Story.Accounts;

    /// <summary>Whether it has so many accounts that a page must be sparing with each.</summary>
    public bool IsLarge => Accounts.Count > 60;

    /// <summary>Claims on two independent roots or more, or confirmed.</summary>
    public IReadOnlyList<Claim> Known { get; }

    /// <summary>Parties' confirmations that no known claim shows already.</summary>
    public IReadOnlyList<Statement> Confirmations { get; }

    /// <summary>Parties' stands other than confirmations.</summary>
    public IEnumerable<Statement> Stands => Brief.Statements.Where(s => s.Kind != StatusKind.Confirmed);

    /// <summary>Claims reported on one root.</summary>
    public IReadOnlyList<Claim> OnOneRoot { get; }

    /// <summary>Claims denied, declined or disputed that no statement of a party shows already.</summary>
    public IReadOnlyList<Claim> Contested { get; }

    /// <summary>Claims whose origin the texts do not tell.</summary>
    public IReadOnlyList<Claim> Unclear { get; }

    /// <summary>All claims that the sections of a page show, in the order of the sections.</summary>
    public IEnumerable<Claim> ShownClaims =>
        new[] { Known, OnOneRoot, Contested, Unclear }.SelectMany(claims => claims.Take(MostClaims));

    /// <summary>How many claims a section of a page shows.</summary>
    public int MostClaims => IsLarge ? 12 : 60;

    /// <summary>The headline: an account's own, verbatim.</summary>
    public string Headline
    {
        get
        {
            var article = ArticleOf(Brief.HeadlineOf);
            return article?.Title is { Length: > 0 } title ? CleanText.Of(title)
                : article is { Text.Length: > 0 } ? Excerpt.Start(CleanText.Of(article.Text), 120)
                : Texts["story.noheadline"];
        }
    }

    /// <summary>The article of that id, the latest or an earlier version; null for one that is not of this story.</summary>
    public Article? ArticleOf(ArticleId id) => _articles.GetValueOrDefault(id);

    /// <summary>The name of the outlet whose words these are.</summary>
    public string Outlet(ArticleId id) => ArticleOf(id) switch
    {
        null => id.ToString(),
        { Outlet: { Length: > 0 } outlet } => CleanText.Of(outlet),
        { Url.Host: { Length: > 0 } host } => CleanText.Of(host),
        // Neither name nor address: the file it was read from, without its folders.
        var article => CleanText.Of(article.Source[(article.Source.LastIndexOfAny(['/', '\\']) + 1)..]) is { Length: > 0 } file
            ? file
            : Texts["story.unnamed"],
    };

    /// <summary>The name of a node of the lineage.</summary>
    public string Outlet(LineageNode node) => node.Account is { } id ? Outlet(id) : CleanText.Of(node.Name);

    /// <summary>Where a node that is only referred to is shown in full: Texts["shown.root"], "see under Northern Wire".</summary>
    /// <param name="node">The node.</param>
    /// <param name="belowRoot">The root in whose tree the reference stands; null in none.</param>
    public string WhereShown(LineageNode node, int? belowRoot) => Forest.RootOf(node.Index) switch
    {
        { } root when root == node.Index => Texts["shown.root"],
        { } root when root == belowRoot => Texts["shown.here"],
        { } root => Texts.Of("shown.under", Outlet(Brief.Lineage.Nodes[root])),
        null => Texts["shown.below"],
    };

    /// <summary>The words, on one line; empty for a span outside its text.</summary>
    public string Words(Evidence evidence) =>
        ArticleOf(evidence.Article)?.Text is { } text && evidence.Span.Start >= 0 && evidence.Span.End <= text.Length && !evidence.Span.IsEmpty
            ? CleanText.Of(evidence.Span.Of(text))
            : "";

    /// <summary>Where an account comes from; null where the lineage does not speak of it.</summary>
    public AccountOrigin? OriginOf(ArticleId id) => _origins.GetValueOrDefault(id);

    public FirstHand FirstHandOf(ArticleId id) => OriginOf(id)?.FirstHand ?? FirstHand.Unclear;

    /// <summary>The outlets of accounts, each once, in the order of the story.</summary>
    public IReadOnlyList<string> Outlets(IEnumerable<ArticleId> ids) =>
        [.. ids.Select(Outlet).Distinct(StringComparer.Ordinal)];

    /// <summary>The signs of the roots an account rests on, in the order of the forest.</summary>
    public IReadOnlyList<RootMark> RootsOf(ArticleId id) =>
        OriginOf(id) is { } origin ? [.. Roots.Where(r => origin.RootNodes.Contains(r.Node))] : [];

    /// <summary>The signs of the roots with these names; a name that is no root of the lineage has none.</summary>
    public IReadOnlyList<RootMark> RootsNamed(IReadOnlyList<string> names) =>
        [.. Roots.Where(r => names.Any(n => CleanText.Of(n) == r.Name))];

    /// <summary>The tag a browser needs for words of an account in another language than the page; null for none.</summary>
    public string? LanguageOf(ArticleId id) =>
        ArticleOf(id)?.Language is { } language && language != "und" && language != Texts.Language ? CleanText.Of(language) : null;

    /// <summary>The words that prove links or other judgements: the explanation's evidence that holds any words, once each.</summary>
    public IReadOnlyList<Evidence> Proofs(Explanation explanation) =>
        [.. explanation.Evidence.Where(e => Words(e).Length > 0).Distinct()];

    /// <summary>The words that prove a link, without context; empty where there are none.</summary>
    public string ProofWords(SourceLink link) => ProofPassage(link, 0)?.Passage.Words ?? "";

    /// <summary>
    /// The same with some words around; null where no words prove it. They stand in the account that rests, or, where an
    /// outlet is only cited, in the account that tells what it rests on.
    /// </summary>
    public (ArticleId Article, Passage Passage)? ProofPassage(SourceLink link, int aimChars = 150)
    {
        var teller = Brief.Lineage.Nodes[link.From].Account
            ?? link.Explanation.Evidence.Concat(link.Scopes).Where(e => Words(e).Length > 0).Select(e => (ArticleId?)e.Article).FirstOrDefault();
        return teller is { } id && ArticleOf(id) is { } article && ProofSpan(id, link.Explanation, link.Scopes) is { } span
            ? (id, Passage.Of(article, span, Math.Max(0, (aimChars - span.Length) / 2)).CutTo(MostProofChars))
            : null;
    }

    /// <summary>The stretch of an account that proves something: of the explanation's evidence, else of the scopes.</summary>
    public TextSpan? ProofSpan(ArticleId account, Explanation explanation, IReadOnlyList<Evidence> scopes)
    {
        const int mostChars = 160;
        List<Evidence> evidence = [.. explanation.Evidence.Where(e => e.Article == account && Words(e).Length > 0)];
        if (evidence.Count == 0)
        {
            evidence = [.. scopes.Where(e => e.Article == account && Words(e).Length > 0)];
        }
        return evidence.Count == 0 ? null : Passage.Covering(evidence, mostChars);
    }

    /// <summary>"7 accounts", "2 independent roots", "1 denial" …: what is not there is left out.</summary>
    public IReadOnlyList<string> Facts
    {
        get
        {
            var firstHand = Accounts.Count(a => FirstHandOf(a.Id) == FirstHand.Yes);
            var outright = Brief.Differences.Count(d => d.IsOutright);
            var denials = Brief.Statements.Count(s => s.Kind == StatusKind.Denied);
            var versions = Accounts.Sum(a => a.EarlierVersions.Count);
            return
            [
                Texts.Count("accounts", Accounts.Count),
                .. Some("roots", Brief.Lineage.IndependentRoots),
                .. Some("fact.firsthand", firstHand),
                .. Brief.Lineage.UnclearOrigins > 0 ? [Texts.Of("fact.unclear", Brief.Lineage.UnclearOrigins)] : (string[])[],
                .. Some("denials", denials),
                .. Some("fact.outright", outright),
                .. Some("fact.versions", versions),
            ];
            string[] Some(string name, int count) => count > 0 ? [Texts.Count(name, count)] : [];
        }
    }
}
