using System.CommandLine;
using Stemma.App.Json;
using Stemma.App.Ui;
using Stemma.App.Ui.Terminal;

namespace Stemma.App.Commands;

/// <summary><c>stemma explain ID</c>: the rule, the figure and every passage behind something a brief shows.</summary>
internal static class ExplainCommand
{
    private const int MostCandidates = 12;

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "An id that brief shows, or any unambiguous beginning of it." };
        var inputs = new Argument<string[]>("PATH|URL")
        {
            Description = "What brief read; if left out, what the last brief read.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var now = NowOption.Create();
        var outlets = OutletsOption.Create();
        var command = new Command("explain", "Show what a line of a brief rests on: the rule and the words.") 
        {
            id, inputs, json, now, outlets,
        };
        InputCheck.AddTo(command, inputs);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var output = CommandOutput.Of(result.InvocationConfiguration);
            IReadOnlyList<string> paths = result.GetValue(inputs) ?? [];
            var (instant, table) = (result.GetValue(now), result.GetValue(outlets));
            if (paths.Count == 0)
            {
                var last = LastBrief.Load();
                if (Refusal(last) is { } refusal)
                {
                    await output.Messages.WriteLineAsync(refusal).ConfigureAwait(false);
                    return ExitCode.Failed;
                }
                paths = last!.Inputs;
                instant ??= last.Now;
                table ??= last.Outlets;
            }
            var clock = instant is { } fix ? new FixedClock(fix) : TimeProvider.System;
            if (OutletsOption.Load(table, output.Messages) is not { } known)
            {
                return ExitCode.Failed;
            }
            var run = await BriefRun.RunAsync(paths, known, clock, output, cancellationToken).ConfigureAwait(false);
            return run.Briefs.Count == 0
                ? ExitCode.Of(run)
                : Show(new StoryExplainer(run.Briefs), result.GetRequiredValue(id), result.GetValue(json), output);
        });
        return command;
    }

    /// <summary>Prints what the id names, and gives the exit code.</summary>
    internal static int Show(StoryExplainer explainer, string id, bool asJson, CommandOutput output)
    {
        var found = explainer.Find(id);
        switch (found.Count)
        {
            case 0:
                output.Messages.WriteLine($"{CleanText.Of(id)}: nothing in these stories has that id; run brief on the same pages to see the ids.");
                return ExitCode.NothingFound;
            case 1:
                if (asJson)
                {
                    JsonLines.Write(output.Data, ExplainJson.From(found[0]), StemmaJson.Readable.ExplainJson);
                }
                else
                {
                    new ExplainText(output.Page()).Write(found[0]);
                }
                return ExitCode.Done;
            default:
                output.Messages.WriteLine($"{CleanText.Of(id)}: {Label.Count(found.Count, "thing")} begin so; give more of the id:");
                new ExplainText(TerminalPage.On(output.Messages, 80, isTerminal: false, hasColour: false)).WriteCandidates(found, MostCandidates);
                return ExitCode.Failed;
        }
    }

    private static string? Refusal(LastBrief? last) =>
        last is null ? "No brief is remembered; give the paths: stemma explain ID PATH…"
        : last.Inputs.Contains("-") ? "The last brief read standard input, which cannot be read again; give the paths: stemma explain ID PATH…"
        : null;
}
