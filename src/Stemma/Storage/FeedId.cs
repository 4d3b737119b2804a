using Stemma.Model;

namespace Stemma.Storage;

/// <summary>Names a feed. Made from the address it was added with; stays when the feed moves.</summary>
public readonly record struct FeedId(long Value) : IComparable<FeedId>
{
    /// <summary>The id of a feed added with this address.</summary>
    public static FeedId Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new FeedId(ContentId.Of("feed", address.AbsoluteUri));
    }

    public int CompareTo(FeedId other) => Value.CompareTo(other.Value);

    /// <summary><c>f</c> and ten base-32 characters, as on screen and on the command line.</summary>
    public override string ToString() => "f" + ContentId.Write(Value);

    public static bool operator <(FeedId left, FeedId right) => left.Value < right.Value;

    public static bool operator >(FeedId left, FeedId right) => left.Value > right.Value;

    public static bool operator <=(FeedId left, FeedId right) => left.Value <= right.Value;

    public static bool operator >=(FeedId left, FeedId right) => left.Value >= right.Value;
}
