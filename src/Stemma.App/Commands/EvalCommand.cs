using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Stemma.App.Evals;
using Stemma.App.Evals.Feeds;
using Stemma.App.Evals.Quotes;

namespace Stemma.App.Commands;

/// <summary><c>stemma eval NAME --data DIR</c>: scores a step on labelled data and fails below pinned floors.</summary>
internal static class EvalCommand
{
    private static readonly Eval[] Evals =
    [
        ClusteringEval.Create(),
        ReuseEval.Create(),
        StoriesEval.Create(),
        AccountsEval.Create(),
        BriefsEval.Create(),
        ExtractionEval.Create(),
        RecurringEval.Create(),
        FeedsEval.Create(),
        QuotesEval.Create(),
        QuotesEval.CreateTrained(),
        MentionsEval.CreateOutlets(),
        MentionsEval.CreateStatus(),
        ModalityEval.Create(),
    ];

    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "One of: " + string.Join(", ", Evals.Select(e => e.Name)) + ".",
        };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the labelled data.", Required = true };
        var floors = new Option<FileInfo?>("--floors") { Description = "JSON file of floors; a figure below its floor fails." };
        var errors = new Option<int>("--errors") { Description = "Show so many of the worst items." };
        var filter = new Option<string?>("--only") { Description = "Only this part of the data." };
        var command = new Command("eval", "Score a step on labelled data.") { name, data, floors, errors, filter };
        command.SetAction(result =>
        {
            var eval = Evals.FirstOrDefault(e => e.Name == result.GetValue(name));
            if (eval is null)
            {
                Console.Error.WriteLine($"No evaluation is called {result.GetValue(name)}; there are: {string.Join(", ", Evals.Select(e => e.Name))}.");
                return 2;
            }
            var request = new EvalRequest(result.GetRequiredValue(data), Console.Out, result.GetValue(errors), result.GetValue(filter));
            return Report(eval.Run(request), result.GetValue(floors));
        });
        return command;
    }

    private static int Report(IReadOnlyList<EvalFigure> figures, FileInfo? floorFile)
    {
        if (figures.Count == 0)
        {
            Console.Error.WriteLine("No labelled data of that kind is in the folder; unpack it first.");
            return 1;
        }
        var floors = floorFile is null ? [] : ReadFloors(floorFile);
        var missed = 0;
        foreach (var (name, value) in figures)
        {
            var note = "";
            if (floors.TryGetValue(name, out var floor))
            {
                missed += value < floor ? 1 : 0;
                note = string.Create(CultureInfo.InvariantCulture, $"  (floor {floor:0.0000}{(value < floor ? ", MISSED" : "")})");
            }
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.0000}{note}"));
        }
        return missed == 0 ? 0 : 2;
    }

    private static Dictionary<string, double> ReadFloors(FileInfo file)
    {
        using var stream = file.OpenRead();
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetDouble());
    }
}
