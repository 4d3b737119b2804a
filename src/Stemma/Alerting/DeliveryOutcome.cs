namespace Stemma.Alerting;

/// <summary>What became of one try to deliver a message.</summary>
/// <param name="Failure">What went wrong, in words; null where it has arrived.</param>
/// <param name="IsFinal">Whether further tries are in vain.</param>
/// <param name="Wait">How long the receiver asks to be left alone; null where it does not say.</param>
public readonly record struct DeliveryOutcome(string? Failure, bool IsFinal = false, TimeSpan? Wait = null)
{
    public static DeliveryOutcome Arrived { get; } = new(null);
}
