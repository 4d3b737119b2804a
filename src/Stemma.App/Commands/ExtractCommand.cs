using System.CommandLine;
using System.Text;
using Stemma.Extraction;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary><c>stemma extract</c>: the articles in pages, as JSON lines.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Pages or plain text: files, folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var url = new Option<string?>("--url") { Description = "Address the page came from." };
        var batch = new Option<bool>("--batch") { Description = "Read JSON lines {\"id\",\"url\",\"html\"} instead of pages." };
        var command = new Command("extract", "Print the articles in pages.") { files, url, batch };
        command.SetAction(result =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024);
            var run = new ExtractRun(new ArticleExtractor(OutletRegistry.LoadBuiltIn()), output, Console.Error, TimeProvider.System);
            var paths = result.GetRequiredValue(files);
            try
            {
                return result.GetValue(batch) ? run.Batch(paths) : run.Pages(paths, result.GetValue(url));
            }
            catch (IOException) when (!output.BaseStream.CanWrite)
            {
                // The reader of our output went away, as head(1) does; that is no error.
                return 0;
            }
        });
        return command;
    }
}
