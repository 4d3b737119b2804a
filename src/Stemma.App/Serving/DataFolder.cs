namespace Stemma.App.Serving;

/// <summary>Where the database lives.</summary>
internal static class DataFolder
{
    public const string DatabaseName = "stemma.db";

    /// <summary>The folder named, else <c>$STEMMA_DATA</c>, else the place for data of the system's user.</summary>
    public static string Of(string? named)
    {
        if ((named is { Length: > 0 } ? named : Environment.GetEnvironmentVariable("STEMMA_DATA")) is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }
        var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data && Path.IsPathRooted(data)
            ? data
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(home, "stemma");
    }
}
