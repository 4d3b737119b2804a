using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>What one article is compared by. Made once by <see cref="FeatureReader"/>; knows nothing of other articles.</summary>
internal sealed record ArticleFeatures
{
    public required ArticleId Id { get; init; }

    /// <summary>Null where the article does not tell its time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Outlet in lower case, else host of the address, as a hash; 0 where neither is known.</summary>
    public required uint Outlet { get; init; }

    /// <summary>Canonical address without what follows <c>?</c> for tracking, as a hash; 0 where unknown.</summary>
    public required uint Address { get; init; }

    /// <summary>Words and numbers of the body.</summary>
    public required List<ArticleTerm> Body { get; init; }

    /// <summary>Words and numbers of the first sentences.</summary>
    public required List<ArticleTerm> Lead { get; init; }

    /// <summary>Capitalised phrases of the body, and their last words.</summary>
    public required List<ArticleTerm> Names { get; init; }

    /// <summary>Numbers of two digits and more.</summary>
    public required List<ArticleTerm> Numbers { get; init; }

    /// <summary>Words and numbers of the title.</summary>
    public required List<ArticleTerm> Title { get; init; }

    /// <summary>Keys of the sounds of longer words: see <see cref="Stemma.Text.SoundKey"/>.</summary>
    public required List<ArticleTerm> Sounds { get; init; }

    /// <summary>Ideas that many languages have words for: see <see cref="SharedIdeas"/>.</summary>
    public required List<ArticleTerm> Ideas { get; init; }

    /// <summary>Language code as a hash; 0 where unknown.</summary>
    public required uint Language { get; init; }

    /// <summary>A sample of the runs of five words, sorted: see <see cref="Stemma.Text.MinHashSketch"/>.</summary>
    public required uint[] Shingles { get; init; }

    /// <summary>Days of the week that the first sentences name: bit 0 is Monday.</summary>
    public required byte Weekdays { get; init; }
}
