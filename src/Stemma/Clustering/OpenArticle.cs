namespace Stemma.Clustering;

/// <summary>An article that later ones may still be compared with.</summary>
/// <param name="slot">Counts articles in order of arrival.</param>
/// <param name="weighted">What it is compared by.</param>
internal sealed class OpenArticle(int slot, WeightedArticle weighted)
{
    public int Slot { get; } = slot;

    public WeightedArticle Weighted { get; } = weighted;

    /// <summary>The stream's clock when it came in: decides when it is closed.</summary>
    public DateTimeOffset Seen { get; init; }

    /// <summary>The story it was first put in.</summary>
    public OpenStory? Story { get; set; }
}
