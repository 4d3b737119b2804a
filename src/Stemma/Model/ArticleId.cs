namespace Stemma.Model;

/// <summary>Names one article's text. Made by <see cref="ContentId"/> from its address, outlet, title and text.</summary>
public readonly record struct ArticleId(long Value) : IComparable<ArticleId>
{
    public int CompareTo(ArticleId other) => Value.CompareTo(other.Value);

    /// <summary><c>a</c> and ten base-32 characters, as on screen and on the command line.</summary>
    public override string ToString() => "a" + ContentId.Write(Value);

    public static bool operator <(ArticleId left, ArticleId right) => left.Value < right.Value;

    public static bool operator >(ArticleId left, ArticleId right) => left.Value > right.Value;

    public static bool operator <=(ArticleId left, ArticleId right) => left.Value <= right.Value;

    public static bool operator >=(ArticleId left, ArticleId right) => left.Value >= right.Value;
}
