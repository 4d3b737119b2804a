using System.CommandLine;
using Stemma.App.Json;
using Stemma.App.Ui;
using Stemma.App.Ui.Terminal;
using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary><c>stemma brief</c>, the main job: every story in the inputs, for a person to read, as JSON or as a page.</summary>
internal static class BriefCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("PATH|URL")
        {
            Description = "Pages of news, as files, folders, http(s) addresses, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per story and line." };
        var html = new Option<string?>("--html")
        {
            Description = "Write one self-contained page to FILE (- for standard output) instead of printing text.",
            HelpName = "FILE",
        };
        var now = NowOption.Create();
        var outlets = OutletsOption.Create();
        var command = new Command("brief", "Tell the stories in pages of news: what is known, who says so, where it came from.")
        {
            inputs, json, html, now, outlets,
        };
        var exports = new ExportFiles();
        exports.AddTo(command);
        InputCheck.AddTo(command, inputs);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            var clock = result.GetValue(now) is { } instant ? new FixedClock(instant) : TimeProvider.System;
            var paths = result.GetRequiredValue(inputs);
            var table = result.GetValue(outlets);
            if (OutletsOption.Load(table, output.Messages) is not { } known)
            {
                return ExitCode.Failed;
            }
            LastBrief.Of(paths, table, clock.GetUtcNow()).Save();
            var run = await BriefRun.RunAsync(paths, known, clock, output, cancellationToken).ConfigureAwait(false);
            if (run.Documents == 0)
            {
                await output.Messages.WriteLineAsync("There is no page in it; give files, or a folder that holds some.").ConfigureAwait(false);
            }
            if (run.Briefs.Count > 0 && exports.AreAskedFor(result))
            {
                if (!await exports.WriteAsync(result, run.Briefs, output).ConfigureAwait(false))
                {
                    return ExitCode.Failed;
                }
                if (!result.GetValue(json) && result.GetValue(html) is null)
                {
                    return ExitCode.Of(run);
                }
            }
            return await ShowAsync(run, result.GetValue(json), result.GetValue(html), output).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Shows the stories in the form asked for, and gives the exit code.</summary>
    internal static async Task<int> ShowAsync(PipelineResult run, bool asJson, string? page, CommandOutput output)
    {
        if (run.Briefs.Count == 0)
        {
            return ExitCode.Of(run);
        }
        if (asJson)
        {
            foreach (var brief in run.Briefs)
            {
                JsonLines.Write(output.Data, BriefJson.From(brief), StemmaJson.Readable.BriefJson);
            }
        }
        if (page is not null && !await PageFile.WriteAsync(page, run.Briefs, output).ConfigureAwait(false))
        {
            return ExitCode.Failed;
        }
        if (!asJson && page is null)
        {
            new BriefText(output.Page()).Write(run.Briefs, ShortIds.Of(run.Briefs));
        }
        return ExitCode.Of(run);
    }
}
