using System.CommandLine;
using CsvHelper;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary><c>--outlets</c>: a table of outlets that the user adds to those that ship with Stemma.</summary>
internal static class OutletsOption
{
    public static Option<string?> Create() => new("--outlets")
    {
        Description = "Also know the outlets of this CSV file (columns: id, name, aliases, domains, country, kind, owner, family …).",
        HelpName = "FILE",
    };

    /// <summary>The registry, with the user's outlets first.</summary>
    /// <param name="path">The table; null for none.</param>
    /// <param name="messages">Told what is wrong with it.</param>
    /// <returns>Null if the table cannot be used.</returns>
    public static OutletRegistry? Load(string? path, TextWriter messages)
    {
        var builtIn = OutletRegistry.LoadBuiltIn();
        if (path is null)
        {
            return builtIn;
        }
        try
        {
            using var reader = new StreamReader(path);
            var own = OutletRegistry.Read(reader);
            if (own.Outlets.Count > 0 && own.Outlets.All(o => o.Id.Length > 0 && o.Name.Length > 0))
            {
                return builtIn.With(own);
            }
            messages.WriteLine($"{path}: each line of the table needs an id and a name; its first line names the columns");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CsvHelperException)
        {
            messages.WriteLine($"{path}: the table of outlets could not be read; check the path and the commas ({Ui.CleanText.Of(e.Message.Split('\n')[0])})");
        }
        return null;
    }
}
