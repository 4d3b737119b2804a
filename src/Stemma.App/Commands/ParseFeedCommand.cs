using System.CommandLine;
using Stemma.Fetching;

namespace Stemma.App.Commands;

/// <summary><c>stemma parse-feed</c>: feeds and their entries, in one shape for all formats, as JSON lines.</summary>
internal static class ParseFeedCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Feeds: files, folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var url = new Option<string?>("--url") { Description = "Address the feed came from; relative addresses are made whole with it." };
        var type = new Option<string?>("--content-type") { Description = "Content-Type the server gave, with its charset." };
        var location = new Option<string?>("--content-location") { Description = "Content-Location the server gave." };
        var language = new Option<string?>("--content-language") { Description = "Content-Language the server gave." };
        var links = new Option<bool>("--no-images") { Description = "In HTML, put links in place of pictures." };
        var command = new Command("parse-feed", "Print feeds and their entries.") { files, url, type, location, language, links };
        command.SetAction(result =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var address = result.GetValue(url);
            if (address is not null && !Uri.IsWellFormedUriString(address, UriKind.Absolute))
            {
                output.Messages.WriteLine($"--url {address}: is no address; give it whole, as in https://example.org/feed");
                return 2;
            }
            var content = FeedContentType.Parse(result.GetValue(type));
            var sanitizer = new HtmlSanitizer(result.GetValue(links) ? HtmlImages.AsLinks : HtmlImages.Shown);
            var run = new ParseFeedRun(output.Data, output.Messages, TimeProvider.System, sanitizer);
            return run.Run(result.GetRequiredValue(files), document => document with
            {
                Url = address is null ? null : new Uri(address),
                MediaType = content.MediaType,
                Charset = content.Charset,
                ContentLocation = result.GetValue(location),
                ContentLanguage = result.GetValue(language),
            });
        });
        return command;
    }
}
