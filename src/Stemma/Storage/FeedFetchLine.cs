namespace Stemma.Storage;

/// <summary>One line of a feed's history.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Outcome"><c>ok</c>, <c>unchanged</c>, or what went wrong, in words.</param>
/// <param name="Bytes">How much came.</param>
/// <param name="Fresh">Entries not seen before.</param>
/// <param name="Changed">Entries whose content changed.</param>
/// <param name="Took">From the first byte sent to the last one read.</param>
public sealed record FeedFetchLine(DateTimeOffset At, string Outcome, long Bytes, int Fresh, int Changed, TimeSpan Took);
