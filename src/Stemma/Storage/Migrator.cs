using System.Globalization;
using System.Reflection;

namespace Stemma.Storage;

/// <summary>
/// Brings a database to the form this version knows: an ordered list of scripts that only grows. How far a database has come is
/// its <c>user_version</c>.
/// </summary>
internal static class Migrator
{
    private static readonly string[] Scripts = ["001-first.sql", "002-readers.sql", "003-filters-alerts.sql", "004-story-days.sql", "005-hubs.sql", "006-storylines.sql", "007-file.sql"];

    /// <summary>Runs the scripts that the database has not seen, each in a transaction.</summary>
    /// <exception cref="StorageException">The database was written by a later version.</exception>
    public static void Migrate(Database database)
    {
        var done = (int)database.Number("PRAGMA user_version");
        if (done > Scripts.Length)
        {
            throw new StorageException(
                $"Could not open the database: it was written by a later version of Stemma (form {done}, this one knows {Scripts.Length}). Install that version.");
        }
        for (var next = done; next < Scripts.Length; next++)
        {
            database.Script("BEGIN IMMEDIATE;\n" + Read(Scripts[next])
                + string.Create(CultureInfo.InvariantCulture, $"\nPRAGMA user_version = {next + 1};\nCOMMIT;"));
        }
    }

    private static string Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
