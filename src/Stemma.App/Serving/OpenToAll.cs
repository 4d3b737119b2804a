namespace Stemma.App.Serving;

/// <summary>Marks a route that anybody may ask for, signed in or not.</summary>
internal sealed class OpenToAll
{
    public static OpenToAll Instance { get; } = new();
}
