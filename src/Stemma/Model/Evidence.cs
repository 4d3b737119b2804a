namespace Stemma.Model;

/// <summary>A stretch of one article's normalised text that a statement of ours rests on.</summary>
/// <param name="Article">Whose text.</param>
/// <param name="Span">Where in its text.</param>
public readonly record struct Evidence(ArticleId Article, TextSpan Span) : IComparable<Evidence>
{
    public int CompareTo(Evidence other)
    {
        var byArticle = Article.CompareTo(other.Article);
        return byArticle != 0 ? byArticle : Span.CompareTo(other.Span);
    }

    public static bool operator <(Evidence left, Evidence right) => left.CompareTo(right) < 0;

    public static bool operator >(Evidence left, Evidence right) => left.CompareTo(right) > 0;

    public static bool operator <=(Evidence left, Evidence right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Evidence left, Evidence right) => left.CompareTo(right) >= 0;
}
