using System.Text;
using Stemma.App.Ui;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>Writes the stories of a run as one self-contained page.</summary>
internal static class PageFile
{
    /// <summary>Writes the page; says on the message side where it is, or why it could not be written.</summary>
    /// <returns>Whether it was written.</returns>
    public static async Task<bool> WriteAsync(string path, IReadOnlyList<StoryBrief> briefs, CommandOutput output)
    {
        var html = await BriefHtml.RenderAsync(briefs, ShortIds.Of(briefs)).ConfigureAwait(false);
        if (path == "-")
        {
            await output.Data.WriteAsync(html).ConfigureAwait(false);
            return true;
        }
        try
        {
            await File.WriteAllTextAsync(path, html, new UTF8Encoding(false)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await output.Messages.WriteLineAsync($"{path}: the page could not be written; choose another place ({e.Message})").ConfigureAwait(false);
            return false;
        }
        await output.Messages.WriteLineAsync($"Wrote {path} ({Label.Count(briefs.Count, "story", "stories")}).").ConfigureAwait(false);
        return true;
    }
}
