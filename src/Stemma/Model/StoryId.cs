namespace Stemma.Model;

/// <summary>Names one story. It is made from the story's first article and stays when more accounts join.</summary>
public readonly record struct StoryId(long Value) : IComparable<StoryId>
{
    public int CompareTo(StoryId other) => Value.CompareTo(other.Value);

    /// <summary><c>s</c> and ten base-32 characters, as on screen and on the command line.</summary>
    public override string ToString() => "s" + ContentId.Write(Value);

    public static bool operator <(StoryId left, StoryId right) => left.Value < right.Value;

    public static bool operator >(StoryId left, StoryId right) => left.Value > right.Value;

    public static bool operator <=(StoryId left, StoryId right) => left.Value <= right.Value;

    public static bool operator >=(StoryId left, StoryId right) => left.Value >= right.Value;
}
