namespace Stemma.Model;

/// <summary>
/// Names one thing a brief shows (a link, claim, utterance, difference …), by what it says and where that stands, so that
/// the same texts give the same ids in every run. <c>stemma explain</c> takes it, or any unambiguous beginning of it.
/// </summary>
/// <param name="Kind">One letter: k link, c claim, u utterance, d difference, o only-in, t statement, e event, p person, n next, w why it matters.</param>
/// <param name="Value">Below 2^49.</param>
public readonly record struct ItemId(char Kind, long Value) : IComparable<ItemId>
{
    /// <summary>The id of an item that rests on these spans, in any order.</summary>
    public static ItemId Of(char kind, IEnumerable<Evidence> evidence, string more = "") =>
        new(kind, ContentId.Of([more, .. evidence.Order().Select(e => $"{e.Article}:{e.Span}")]));

    public int CompareTo(ItemId other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind) : Value.CompareTo(other.Value);

    /// <summary>The letter and ten base-32 characters.</summary>
    public override string ToString() => Kind + ContentId.Write(Value);

    public static bool operator <(ItemId left, ItemId right) => left.CompareTo(right) < 0;

    public static bool operator >(ItemId left, ItemId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ItemId left, ItemId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ItemId left, ItemId right) => left.CompareTo(right) >= 0;
}
