using Microsoft.Extensions.Configuration;

namespace Stemma.App.Settings;

/// <summary>Gathers the settings from where they may stand, and tells all that is wrong with them at once.</summary>
internal static class SettingsReader
{
    private const string FileName = "stemma.ini";

    /// <summary>Reads the settings.</summary>
    /// <param name="dataFolder">What the command line names as the data folder; null for none.</param>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <returns>The settings as far as they are sound, and what is wrong with the rest, a line each.</returns>
    public static (StemmaSettings Settings, IReadOnlyList<string> Faults) Read(string? dataFolder, Func<string, string?> environment)
    {
        List<string> faults = [];
        var folder = dataFolder ?? environment("STEMMA_DATA") ?? UsualFolder(environment);
        var settings = new StemmaSettings { DataFolder = Path.GetFullPath(folder) };
        var file = ReadFile(Path.Combine(settings.DataFolder, FileName), faults);
        foreach (var setting in SettingsTable.All)
        {
            if (ValueOf(setting, environment, file, faults) is not var (value, where))
            {
                continue;
            }
            if (setting.Apply(settings, value) is { } applied)
            {
                settings = applied;
            }
            else
            {
                faults.Add($"{where}: wants {setting.Wants}, not “{value}”");
            }
        }
        if (settings is { OidcAuthority: not null, OidcClientId: null })
        {
            faults.Add("oidc_authority: wants oidc_client_id beside it, Stemma's name at the provider");
        }
        if (settings is { ProxyHeader: not null, TrustedProxies.Count: 0 })
        {
            faults.Add("proxy_header: wants trusted_proxies beside it, the addresses whose word is taken");
        }
        return (settings, faults);
    }

    private static (string Value, string Where)? ValueOf(
        Setting setting, Func<string, string?> environment, Dictionary<string, string> file, List<string> faults)
    {
        if (environment(setting.Variable) is { Length: > 0 } value)
        {
            return (value.Trim(), setting.Variable);
        }
        if (environment(setting.Variable + "_FILE") is { Length: > 0 } path)
        {
            try
            {
                return (File.ReadAllText(path).Trim(), setting.Variable + "_FILE");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{setting.Variable}_FILE: the file {path} could not be read; check the path and its permissions");
                return null;
            }
        }
        return file.TryGetValue(setting.Name, out var line) ? (line.Trim(), $"{FileName}, {setting.Name}") : null;
    }

    private static Dictionary<string, string> ReadFile(string path, List<string> faults)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path))
        {
            return values;
        }
        try
        {
            foreach (var (name, value) in new ConfigurationBuilder().AddIniFile(path).Build().AsEnumerable())
            {
                values[name] = value ?? "";
            }
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path}: could not be read; each line is a name, =, and a value ({(e.InnerException ?? e).Message})");
        }
        foreach (var unknown in values.Keys.Where(static n => SettingsTable.All.All(s => !s.Name.Equals(n, StringComparison.OrdinalIgnoreCase))).Order(StringComparer.Ordinal))
        {
            faults.Add($"{FileName}, {unknown}: no such setting; the settings are {string.Join(", ", SettingsTable.All.Select(static s => s.Name))}");
        }
        return values;
    }

    private static string UsualFolder(Func<string, string?> environment) =>
        environment("XDG_DATA_HOME") is { Length: > 0 } data
            ? Path.Combine(data, "stemma")
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "stemma");
}
