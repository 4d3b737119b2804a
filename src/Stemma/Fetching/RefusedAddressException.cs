namespace Stemma.Fetching;

/// <summary>Carries the guard's verdict through the framework's connection machinery.</summary>
/// <param name="host">The host asked for.</param>
/// <param name="why">Why every address of it is refused, such as "loopback".</param>
internal sealed class RefusedAddressException(string host, string why) : IOException($"{host} is {why}")
{
    public string Detail { get; } = $"{host} is {why}";
}
