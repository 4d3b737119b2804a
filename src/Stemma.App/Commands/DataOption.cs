using System.CommandLine;
using Stemma.App.Settings;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary><c>--data</c>: the folder of the database, for all commands that keep something.</summary>
internal static class DataOption
{
    public static Option<string?> Create() => new("--data")
    {
        Description = "Folder of the database (else STEMMA_DATA, else the user's data folder).",
        HelpName = "DIR",
    };

    /// <summary>The settings, or null after all that is wrong with them was told.</summary>
    public static StemmaSettings? Read(string? folder, TextWriter messages)
    {
        var (settings, faults) = SettingsReader.Read(folder, Environment.GetEnvironmentVariable);
        foreach (var fault in faults)
        {
            messages.WriteLine(Ui.CleanText.Of(fault));
        }
        return faults.Count == 0 ? settings : null;
    }

    /// <summary>The database; null after it was told why there is none.</summary>
    /// <param name="folder">What the command line names; null for none.</param>
    /// <param name="mustBeThere">Whether a database that is not there is an error, or is made.</param>
    /// <param name="messages">Told what is wrong.</param>
    public static SqliteStore? Open(string? folder, bool mustBeThere, TextWriter messages)
    {
        if (Read(folder, messages) is not { } settings)
        {
            return null;
        }
        if (mustBeThere && !File.Exists(settings.Database))
        {
            messages.WriteLine($"{settings.Database}: there is no database yet; add something first: stemma add ADDRESS");
            return null;
        }
        try
        {
            return SqliteStore.Open(settings.Database);
        }
        catch (StorageException e)
        {
            messages.WriteLine(Ui.CleanText.Of(e.Message));
            return null;
        }
    }
}
