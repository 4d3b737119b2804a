using Stemma.App.Ui.Shell;
using Stemma.Storage;
using Stemma.Text;

namespace Stemma.App.Ui.Alerts;

/// <summary>What a target is called on pages.</summary>
internal static class TargetName
{
    private const int MostChars = 80;

    /// <summary>Its kind, and so much of its address as tells it apart. The address of a push service holds a secret: only its host is shown.</summary>
    public static string Of(AlertTarget target, Texts texts) => target.Kind switch
    {
        TargetKind.Push => texts["alert.kind.push"] + ", " + (Uri.TryCreate(target.Address, UriKind.Absolute, out var url) ? url.Host : ""),
        _ => Excerpt.Start(CleanText.Of(target.Address), MostChars),
    };
}
