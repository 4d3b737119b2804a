namespace Stemma.Clustering;

/// <summary>An article's features, weighed by how much each term told when the article came in. Kept while its story is open.</summary>
internal sealed record WeightedArticle(ArticleFeatures Features, SparseVector Body, SparseVector Names, SparseVector Title);
