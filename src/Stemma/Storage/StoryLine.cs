using Stemma.Model;

namespace Stemma.Storage;

/// <summary>A story as a line of a list.</summary>
public sealed record StoryLine
{
    public required StoryId Id { get; init; }

    /// <summary>The headline of one of its accounts, verbatim.</summary>
    public string Title { get; init; } = "";

    public ArticleId? TitleOf { get; init; }

    /// <summary>Why that headline leads.</summary>
    public string TitleReason { get; init; } = "";

    public string Language { get; init; } = "und";

    public string? Section { get; init; }

    public string? Place { get; init; }

    /// <summary>When its first article was taken in.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When its last article was taken in.</summary>
    public required DateTimeOffset LastAt { get; init; }

    public int Accounts { get; init; }

    public int Outlets { get; init; }

    public int Roots { get; init; }

    public int UnclearOrigins { get; init; }

    public int Denials { get; init; }

    public int Conflicts { get; init; }

    /// <summary>Its outlets by time, at most ten.</summary>
    public IReadOnlyList<string> OutletNames { get; init; } = [];

    public Uri? Picture { get; init; }

    /// <summary>The best supported sentence of the news as it was, cut; only of a story as of a day, and empty where none was kept.</summary>
    public string Lede { get; init; } = "";

    /// <summary>The article in which <see cref="Lede"/> stands.</summary>
    public ArticleId? LedeOf { get; init; }

    public string? LedeOutlet { get; init; }

    /// <summary>Whether roots and judgements are those of the time asked for; false where only its articles are known of that time.</summary>
    public bool HasJudgements { get; init; } = true;
}
