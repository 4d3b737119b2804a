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

    public static StoryHead Of(StoryBrief brief)
    {
        var articles = brief.Story.Accounts.Select(static a => a.Article).ToList();
        var outlets = articles.Select(static a => a.OutletLabel).Distinct(StringComparer.Ordinal).ToList();
        return new StoryHead
        {
            TitleOf = articles.First(a => a.Id == brief.HeadlineOf),
            TitleReason = brief.HeadlineReason.Text,
            Section = Commonest(articles.Select(static a => a.Section)),
            Place = Commonest(brief.Story.Accounts.SelectMany(static a => a.Analysis.Mentions
                .Where(static m => m.Kind == MentionKind.Place).Select(static m => m.Name).Distinct(StringComparer.Ordinal))),
            Outlets = outlets.Count,
            Roots = brief.Lineage.IndependentRoots,
            Denials = brief.Statements.Count(static s => s.Kind == StatusKind.Denied),
            Conflicts = brief.Differences.Count(static d => d.IsOutright),
            OutletNames = [.. outlets.Take(MostNames)],
            Picture = articles.SelectMany(static a => a.Images).Select(static i => i.Url)
                .FirstOrDefault(static u => u is { IsAbsoluteUri: true, Scheme: "http" or "https" }),
        };
    }

    /// <summary>The one that most accounts have; the first in order of the alphabet among equals.</summary>
    private static string? Commonest(IEnumerable<string?> values) => values.OfType<string>()
        .GroupBy(static v => v, StringComparer.Ordinal)
        .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
