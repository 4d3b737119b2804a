namespace Stemma.Fetching;

/// <summary>What is asked of a hub.</summary>
public enum WebSubMode
{
    Subscribe,
    Unsubscribe,
}
