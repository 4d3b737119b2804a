using System.Globalization;
using Stemma.Model;

namespace Stemma.Storage;

/// <summary>What lists show of a brief.</summary>
internal sealed record StoryHead
{
    private const int MostNames = 10;

    public required Article TitleOf { get; init; }

    public required string TitleReason { get; init; }

    public required string? Section { get; init; }

    public required string? Place { get; init; }

    public required int Outlets { get; init; }

    public required int Roots { get; init; }

    public required int Denials { get; init; }

    public required int Conflicts { get; init; }

    public required IReadOnlyList<string> OutletNames { get; init; }

    public required Uri? Picture { get; init; }

    /// <summary>The best supported claim of the news; null where no account states one.</summary>
    public required Evidence? Lede { get; init; }

    public static StoryHead Of(StoryBrief brief)
    {
        var articles = brief.Story.Accounts.Select(static a => a.Article).ToList();
        var outlets = articles.Select(static a => a.OutletLabel).Distinct(StringComparer.Ordinal).ToList();
        return new StoryHead
        {
            TitleOf = articles.First(a => a.Id == brief.HeadlineOf),
            TitleReason = brief.HeadlineReason.Text,
            Section = Commonest(articles.Select(static a => a.Section)),
            Place = Commonest(articles.Select(static a => PlaceOf(a.Dateline))) ?? PlaceOfTheLedes(brief.Story.Accounts),
            Lede = (brief.Claims.FirstOrDefault(static c => c.IsTheNews) ?? (brief.Claims.Count > 0 ? brief.Claims[0] : null))?.Words,
            Outlets = outlets.Count,
            Roots = brief.Lineage.IndependentRoots,
            Denials = brief.Statements.Count(static s => s.Kind == StatusKind.Denied),
            Conflicts = brief.Differences.Count(static d => d.IsOutright),
            OutletNames = [.. outlets.Take(MostNames)],
            Picture = articles.SelectMany(static a => a.Images).Select(static i => i.Url)
                .FirstOrDefault(static u => u is { IsAbsoluteUri: true, Scheme: "http" or "https" }),
        };
    }

    /// <summary>
    /// The place that half of the first paragraphs name, two at least: without datelines only that many make it the place of the story
    /// and not of something told beside it.
    /// </summary>
    private static string? PlaceOfTheLedes(IReadOnlyList<Account> accounts)
    {
        var named = accounts.SelectMany(static a => a.Analysis.Mentions
            .Where(m => m.Kind == MentionKind.Place && a.Article.Paragraphs.Count > 0 && m.Span.Start < a.Article.Paragraphs[0].End)
            .Select(static m => m.Name).Distinct(StringComparer.Ordinal)).ToList();
        return Commonest(named) is { } place && named.Count(n => n == place) >= Math.Max(2, (accounts.Count + 1) / 2) ? place : null;
    }

    /// <summary>The place of a dateline as places are written: <c>NEW YORK, March 4</c> is New York. Null for what is no name.</summary>
    private static string? PlaceOf(string? dateline)
    {
        var name = dateline?.Split(',', '(', '/', '—', '–')[0].Trim(' ', '.', '-');
        if (name is not { Length: > 1 and < 40 } || !char.IsLetter(name[0]) || name.Any(char.IsDigit))
        {
            return null;
        }
        return name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
    }

    /// <summary>The one that most accounts have; the first in order of the alphabet among equals.</summary>
    private static string? Commonest(IEnumerable<string?> values) => values.OfType<string>()
        .GroupBy(static v => v, StringComparer.Ordinal)
        .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
