namespace Stemma.Storage;

/// <summary>What became of a message, for lists.</summary>
/// <param name="Target">The target's number.</param>
/// <param name="At">When it was put together.</param>
/// <param name="SentAt">When it arrived; null while it has not.</param>
/// <param name="NextAt">When it is tried again; null where it has arrived.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Failure">What went wrong last, in words.</param>
/// <param name="News">How many pieces of news it holds.</param>
public sealed record AlertDeliveryLine(
    long Target, DateTimeOffset At, DateTimeOffset? SentAt, DateTimeOffset? NextAt, int Attempts, string? Failure, int News);
