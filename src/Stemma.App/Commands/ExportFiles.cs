using System.CommandLine;
using System.Text;
using Stemma.App.Ui;
using Stemma.App.Ui.Exports;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary><c>--markdown</c>, <c>--graph</c>, <c>--claims-csv</c>: writes the stories of a run in forms for other programs.</summary>
internal sealed class ExportFiles
{
    private readonly Option<string?> _markdown = new("--markdown") { Description = "Write the stories as Markdown to FILE (- for standard output).", HelpName = "FILE" };

    private readonly Option<string?> _graph = new("--graph")
    {
        Description = "Write who rests on whom as a graph to FILE.gexf or FILE.graphml.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _claims = new("--claims-csv")
    {
        Description = "Write a table of claims and accounts to FILE (- for standard output).",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_markdown);
        command.Options.Add(_graph);
        command.Options.Add(_claims);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_graph) is { } graph && WriterOf(graph) is null)
            {
                result.AddError($"--graph {graph}: the name must end in .gexf or .graphml, which says the format.");
            }
        });
    }

    /// <summary>Whether a file is asked for, so that nothing need be printed.</summary>
    public bool AreAskedFor(ParseResult result) =>
        result.GetValue(_markdown) is not null || result.GetValue(_graph) is not null || result.GetValue(_claims) is not null;

    /// <summary>Writes what is asked for; says on the message side where it is, or why it could not be written.</summary>
    /// <returns>Whether all was written.</returns>
    public async Task<bool> WriteAsync(ParseResult result, IReadOnlyList<StoryBrief> briefs, CommandOutput output)
    {
        var done = true;
        foreach (var (path, write) in new (string?, Action<IReadOnlyList<StoryBrief>, TextWriter>?)[]
        {
            (result.GetValue(_markdown), MarkdownExport.Write),
            (result.GetValue(_graph), result.GetValue(_graph) is { } graph ? WriterOf(graph) : null),
            (result.GetValue(_claims), ClaimsCsvExport.Write),
        })
        {
            if (path is not null && write is not null)
            {
                done &= await WriteOneAsync(path, write, briefs, output).ConfigureAwait(false);
            }
        }
        return done;
    }

    private static Action<IReadOnlyList<StoryBrief>, TextWriter>? WriterOf(string path) =>
        path.EndsWith(".gexf", StringComparison.OrdinalIgnoreCase) ? GraphExport.WriteGexf
        : path.EndsWith(".graphml", StringComparison.OrdinalIgnoreCase) ? GraphExport.WriteGraphMl
        : null;

    private static async Task<bool> WriteOneAsync(
        string path, Action<IReadOnlyList<StoryBrief>, TextWriter> write, IReadOnlyList<StoryBrief> briefs, CommandOutput output)
    {
        if (path == "-")
        {
            write(briefs, output.Data);
            return true;
        }
        try
        {
            using var file = new StreamWriter(path, false, new UTF8Encoding(false));
            write(briefs, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await output.Messages.WriteLineAsync($"{path}: it could not be written; choose another place ({e.Message})").ConfigureAwait(false);
            return false;
        }
        await output.Messages.WriteLineAsync($"Wrote {path} ({Label.Count(briefs.Count, "story", "stories")}).").ConfigureAwait(false);
        return true;
    }
}
