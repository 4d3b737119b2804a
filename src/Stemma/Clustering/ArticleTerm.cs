using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>A term of an article: how often it stands there, and where first (an empty span for the title).</summary>
internal readonly record struct ArticleTerm(uint Term, int Count, TextSpan First);
