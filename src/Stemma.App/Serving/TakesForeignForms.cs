namespace Stemma.App.Serving;

/// <summary>Marks a route that programs post to: it identifies its caller itself and wants no token of ours in the form.</summary>
internal sealed class TakesForeignForms
{
    public static TakesForeignForms Instance { get; } = new();
}
