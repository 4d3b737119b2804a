namespace Stemma.App.Settings;

/// <summary>One setting as users see it: its page in the docs and the check of its value come from here.</summary>
/// <param name="Name">Its name in the file; in the environment <c>STEMMA_</c> and the same in capitals.</param>
/// <param name="Usual">What holds where nobody decides, in words.</param>
/// <param name="Help">What it does.</param>
/// <param name="Apply">Puts a value in; null where it is not one, with <paramref name="Wants"/> told.</param>
/// <param name="Wants">What a value looks like.</param>
internal sealed record Setting(string Name, string Usual, string Help, Func<StemmaSettings, string, StemmaSettings?> Apply, string Wants)
{
    public string Variable => "STEMMA_" + Name.ToUpperInvariant();
}
