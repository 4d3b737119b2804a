using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Front;

/// <summary>A story with its place on the front page.</summary>
/// <param name="Line">The story.</param>
/// <param name="Weight">What it is ordered by.</param>
/// <param name="Freshness">In (0, 1]: 1 for a story whose last article came right now.</param>
public sealed record RankedStory(StoryLine Line, double Weight, double Freshness)
{
    // Chosen by eye on the bundled samples, 2026-11-24: a root counts as much as three outlets,
    // because repeating is cheap; a story halves its weight in half a day.
    private const double RootWeight = 3;
    private const double ContestWeight = 1;
    private static readonly TimeSpan HalfLife = TimeSpan.FromHours(12);

    /// <summary>Whether something came since the reader's last visit.</summary>
    public bool IsNew { get; init; }

    /// <summary><c>follow</c>, or null.</summary>
    public string? Stand { get; init; }

    /// <summary>Articles that came for it of late; 0 where it does not grow.</summary>
    public int Grew { get; init; }

    /// <summary>What it is about, broadly.</summary>
    public StoryTopic? Topic { get; init; }

    /// <summary>What the page shows of its brief; null where it shows the line only.</summary>
    public StoryCard? Card { get; init; }

    /// <summary>
    /// Stories by weight: outlets and independent roots, denials and conflicts, halved for every half day since the last article;
    /// ties by id. The weights are a matter of taste and stated on the page.
    /// </summary>
    public static IReadOnlyList<RankedStory> Rank(IEnumerable<StoryLine> lines, DateTimeOffset now) =>
    [
        .. lines.Select(l => Of(l, now)).OrderByDescending(static s => s.Weight).ThenBy(static s => s.Line.Id),
    ];

    /// <summary>Why it stands where it does.</summary>
    public Explanation Explain(Shell.Texts texts, DateTimeOffset now) => new(
        "front.weight",
        texts.Of("front.why", texts.Count("outlets", Line.Outlets), texts.Count("roots", Line.Roots), texts.Ago(Line.LastAt, now)),
        Weight, []);

    private static RankedStory Of(StoryLine line, DateTimeOffset now)
    {
        var freshness = Math.Pow(0.5, Math.Max(0, (now - line.LastAt) / HalfLife));
        var size = line.Outlets + (RootWeight * line.Roots) + (ContestWeight * (Math.Min(line.Denials, 3) + Math.Min(line.Conflicts, 3)));
        return new RankedStory(line, size * freshness, freshness);
    }
}
