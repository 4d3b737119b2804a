using System.Globalization;
using Stemma.Storage;

namespace Stemma.App.Api;

/// <summary>A story as a line of a list.</summary>
internal sealed record StoryLineJson
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? TitleAccount { get; init; }

    public required string TitleReason { get; init; }

    public required string Lang { get; init; }

    public string? Section { get; init; }

    public string? Place { get; init; }

    /// <summary>ISO 8601: when its first article was taken in.</summary>
    public required string First { get; init; }

    public required string Last { get; init; }

    public required int Accounts { get; init; }

    public required int Outlets { get; init; }

    public required int IndependentRoots { get; init; }

    public required int UnclearOrigins { get; init; }

    public required int Denials { get; init; }

    public required int Conflicts { get; init; }

    /// <summary>By time, at most ten.</summary>
    public required IReadOnlyList<string> OutletNames { get; init; }

    public static StoryLineJson Of(StoryLine line) => new()
    {
        Id = line.Id.ToString(),
        Title = line.Title,
        TitleAccount = line.TitleOf?.ToString(),
        TitleReason = line.TitleReason,
        Lang = line.Language,
        Section = line.Section,
        Place = line.Place,
        First = Time(line.FirstAt),
        Last = Time(line.LastAt),
        Accounts = line.Accounts,
        Outlets = line.Outlets,
        IndependentRoots = line.Roots,
        UnclearOrigins = line.UnclearOrigins,
        Denials = line.Denials,
        Conflicts = line.Conflicts,
        OutletNames = line.OutletNames,
    };

    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
