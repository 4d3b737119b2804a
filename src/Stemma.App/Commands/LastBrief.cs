using System.Text.Json;
using Stemma.App.Json;

namespace Stemma.App.Commands;

/// <summary>
/// What the last <c>stemma brief</c> read, so that <c>stemma explain ID</c> needs no path. It holds paths, addresses and the
/// time of the run, no text; losing it costs nothing.
/// </summary>
internal sealed record LastBrief
{
    /// <summary>Absolute paths, addresses, or <c>-</c>.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>The user's table of outlets, as an absolute path; null for none.</summary>
    public string? Outlets { get; init; }

    /// <summary>The clock of the run, ISO 8601.</summary>
    public DateTimeOffset? Now { get; init; }

    public static LastBrief Of(IEnumerable<string> inputs, string? outlets, DateTimeOffset now) => new()
    {
        Inputs = [.. inputs.Select(i => i == "-" || i.Contains("://", StringComparison.Ordinal) ? i : Path.GetFullPath(i))],
        Outlets = outlets is null ? null : Path.GetFullPath(outlets),
        Now = now,
    };

    /// <summary>Remembers a run. A folder that cannot be written to is no error: explain then asks for the paths.</summary>
    public void Save()
    {
        try
        {
            var path = FilePath();
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Written beside and moved, so that two runs at once leave one whole file.
            var beside = path + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            File.WriteAllText(beside, JsonSerializer.Serialize(this, StemmaJson.Readable.LastBrief));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return;
        }
    }

    /// <summary>The last run, or null where none is remembered or the note cannot be read.</summary>
    public static LastBrief? Load()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FilePath()), StemmaJson.Readable.LastBrief) is { Inputs.Count: > 0 } last
                ? last
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string FilePath()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var folder = cache is { Length: > 0 } && Path.IsPathRooted(cache)
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(folder, "stemma", "last-brief.json");
    }
}
