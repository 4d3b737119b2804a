using Stemma.Outlets;

namespace Stemma.Extraction;

/// <summary>Finds the authors of a page's article, and the agency where the byline names one instead.</summary>
internal sealed class CreditReader(OutletRegistry outlets, MetadataModel? model = null)
{
    // Out of fold (stemma train metadata, 2026-11-24): at 0.2 right on .79 of the pages with an author and a name on .12 of
    // those without; at 0.3 .77 and .08; at 0.4 .75 and .06. Most names "invented" at 0.25 are the page's own declaration.
    private const double Threshold = 0.25;

    /// <summary>The surest candidate's names, if it is sure enough; nobody rather than somebody wrong.</summary>
    public Credits Read(PageSources page)
    {
        var judge = model ?? MetadataModel.Default;
        var gathered = Gather(page);
        var features = new AuthorFeatures(page.Blocks, page.TitleBlock, gathered.Candidates, page.Site);
        var (best, bestScore) = ((AuthorCandidate?)null, Threshold);
        foreach (var candidate in gathered.Candidates)
        {
            if (judge.Authors(features.Of(candidate)) is var score && score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }
        string? via = null;
        foreach (var claim in gathered.Claims)
        {
            via ??= ViaOf(claim, page.Outlet);
        }
        best = best is null ? SignedAndDated(gathered.Candidates, page.TitleBlock) : WithCompany(best, gathered.Candidates, page.Blocks);
        return new Credits(best?.Names ?? [], via);
    }

    /// <summary>
    /// Who stands with the chosen ones in one byline: the labels that were learned from often name the first alone, and a
    /// reader wants all. Each of them must have an element of its own, or open with a forename.
    /// </summary>
    private static AuthorCandidate WithCompany(AuthorCandidate best, IReadOnlyList<AuthorCandidate> candidates, IReadOnlyList<PageBlock> blocks)
    {
        var common = new CommonWords(blocks);
        foreach (var wider in candidates)
        {
            if (wider.Names.Count > best.Names.Count && wider.Names.Count <= 40
                && wider.Reading == NameReading.Strict && best.Reading == NameReading.Strict
                && best.Names.All(n => wider.Names.Contains(n, StringComparer.OrdinalIgnoreCase))
                && ((wider.Sources & AuthorSources.Citation) != 0
                    || (best.Block >= 0 && wider.Block == best.Block && wider.Names.Count <= 8
                        && wider.Names.Except(best.Names, StringComparer.OrdinalIgnoreCase).All(n => IsCompany(n, wider.Block)))))
            {
                best = wider;
            }
        }
        return best;

        bool IsCompany(string name, int block) =>
            BylineReader.Default.IsPerson(name, isDeclared: false) && !OtherCredits.Has(blocks, block, name)
            && (Forenames.Default.Open(name)
                ? common.Share(name) < 1
                : common.Share(name) == 0
                    && candidates.Any(c => c.Names is [var alone] && alone == name && (c.Sources & (AuthorSources.Piece | AuthorSources.Link)) != 0));
    }

    /// <summary>"E. Lund, 12 May" alone right below the headline signs the article, whatever the judge learned to doubt.</summary>
    private static AuthorCandidate? SignedAndDated(IReadOnlyList<AuthorCandidate> candidates, int titleBlock) =>
        candidates.FirstOrDefault(c => (c.Sources & AuthorSources.Dated) != 0 && c.Reading == NameReading.Strict && c.Names.Count <= 3
            && titleBlock >= 0 && c.Block > titleBlock && c.Block <= titleBlock + 2 && c.Names.All(n => BylineReader.Default.IsPerson(n, isDeclared: false)));

    /// <summary>Everybody who might be the author, and all that the page lays to one.</summary>
    public (IReadOnlyList<AuthorCandidate> Candidates, IReadOnlyList<string> Claims) Gather(PageSources page, bool isDeclaredRead = true)
    {
        var candidates = new AuthorCandidates(page, name => IsOutlet(name, page.Site));
        var found = candidates.Read(isDeclaredRead);
        return (found, candidates.Claims);
    }

    /// <summary>The agency that a byline names: "By The Associated Press", "Reuters"; null if it names none.</summary>
    public string? ViaOf(string byline, string? outlet)
    {
        foreach (var part in byline.Split([',', ';', '|', '/', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part;
            foreach (var lead in (ReadOnlySpan<string>)["By ", "by ", "From ", "Von ", "with "])
            {
                name = name.StartsWith(lead, StringComparison.Ordinal) ? name[lead.Length..] : name;
            }
            if (outlets.FindByName(name) is { } known && known.Kind == OutletKind.Agency && known.Name != outlet)
            {
                return known.Name;
            }
        }
        return null;
    }

    /// <summary>An outlet is no author; a person after whom a site is named is one.</summary>
    private bool IsOutlet(string name, SiteIdentity site) =>
        outlets.FindByName(name) is not null
        || (site.Is(name) && !(BylineReader.Default.IsPerson(name, isDeclared: false) && Forenames.Default.Open(name)));
}
