using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>An article that later ones may still be compared with.</summary>
/// <param name="slot">Counts articles in order of arrival.</param>
/// <param name="weighted">What it is compared by.</param>
/// <param name="seen">The stream's clock when it came in: decides when it is closed.</param>
internal sealed class OpenArticle(int slot, WeightedArticle weighted, DateTimeOffset seen)
{
    public int Slot { get; } = slot;

    public WeightedArticle Weighted { get; } = weighted;

    public DateTimeOffset Seen { get; } = seen;

    public ArticleId Id => Weighted.Id;

    /// <summary>The story it is in.</summary>
    public OpenStory? Story { get; set; }

    /// <summary>The slot of the article that it is a version of; negative for an account of its own.</summary>
    public int VersionOf { get; set; } = -1;

    /// <summary>Earlier articles that it is not hopelessly unlike, with the log-odds.</summary>
    public (int Slot, float LogOdds)[] Links { get; set; } = [];

    /// <summary>The slot of the later article that it was compared with last; negative if it never was.</summary>
    public int ComparedBy { get; set; } = -1;

    /// <summary>How like it is to that one, as log-odds.</summary>
    public double Compared { get; set; }
}
