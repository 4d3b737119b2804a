using System.CommandLine;

namespace Stemma.App.Commands;

/// <summary><c>stemma extract</c>: the articles in pages, as JSON lines.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Pages, folders or - for standard input." };
        var command = new Command("extract", "Print the articles in pages.") { files };
        command.SetAction((result, cancellationToken) =>
        {
            _ = result.GetValue(files);
            return Task.FromResult(0);
        });
        return command;
    }
}
