using System.CommandLine;
using System.Globalization;
using Stemma.Analyzing;
using Stemma.App.Evals;

namespace Stemma.App.Commands;

/// <summary><c>stemma train WHAT --data DIR --out FILE</c>: learns a model from labelled files.</summary>
internal static class TrainCommand
{
    // 2^18 rows and 8 rounds: .946 of EWT's words and .955 of GUM's; 2^17 rows: .944 and .953 (2026-11-24).
    private const int PosRowBits = 18;
    private const int PosRounds = 8;

    public static Command Create()
    {
        var what = new Argument<string>("WHAT")
        {
            Description = "pos: parts of speech, from tagging/*.pos.tsv; attribution: who says what, from the --set's JSON lines; "
                + "extraction: page bodies, and metadata: titles and authors of pages (--out is a folder); clustering: when two articles tell of one event; "
                + "claims: when two sentences state the same thing.",
        };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder of the labelled data.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the model.", Required = true };
        var language = new Option<string>("--lang") { Description = "en or de.", DefaultValueFactory = _ => "en" };
        var sets = new Option<string[]>("--set") { Description = "Names of the sets to learn from; gum-attr.train if none is named.", AllowMultipleArgumentsPerToken = true };
        var annotated = new Option<DirectoryInfo?>("--annotated") { Description = "attribution: also learn from the annotated articles of this folder (evals/attributions)." };
        var command = new Command("train", "Learn a model from labelled files.") { what, data, output, language, sets, annotated };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(data);
            var file = result.GetRequiredValue(output);
            switch (result.GetValue(what))
            {
                case "pos":
                    return TrainPos(folder, file, result.GetValue(language) ?? "en");
                case "extraction":
                    return new ExtractionTraining(Console.Out).Run(folder, new DirectoryInfo(file.FullName));
                case "metadata":
                    return new MetadataTraining(Console.Out).Run(folder, new DirectoryInfo(file.FullName));
                case "attribution":
                    return AttributionTraining.Run(folder, file, result.GetValue(sets) is { Length: > 0 } named ? named : result.GetValue(annotated) is null ? ["gum-attr.train"] : [], result.GetValue(language) ?? "en", result.GetValue(annotated));
                case "claims":
                    return new ClaimTraining(Console.Out).Run(folder, file);
                case "clustering":
                    return new ClusteringTraining(Console.Out).Run(folder, file);
                default:
                    Console.Error.WriteLine($"Nothing is trained by the name {result.GetValue(what)}; there are: pos, attribution, extraction, metadata, clustering, claims.");
                    return 2;
            }
        });
        return command;
    }

    private static int TrainPos(DirectoryInfo folder, FileInfo output, string language)
    {
        string[] learn = language == "de"
            ? ["de-gsd.dev.pos.tsv", "de-pud.test.pos.tsv"]
            : ["ewt.train.pos.tsv", "gum-by.train.pos.tsv"];
        string[] test = language == "de" ? ["de-gsd.test.pos.tsv"] : ["ewt.test.pos.tsv", "gum-by.test.pos.tsv"];
        var missing = learn.Concat(test).Where(f => !File.Exists(Path.Combine(folder.FullName, "tagging", f))).ToList();
        if (missing.Count > 0)
        {
            Console.Error.WriteLine($"Could not train: {string.Join(", ", missing)} missing in {folder.FullName}/tagging.");
            return 1;
        }
        var weights = new PosTrainer(PosRowBits, PosRounds).Train(learn.Select(Open));
        using (var stream = output.Create())
        {
            weights.Write(stream);
        }
        foreach (var file in test)
        {
            var score = PosTrainer.Score(new PosTagger(weights), [Open(file)]);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"analysis.pos.{file.Split('.')[0]} {score:0.0000}"));
        }
        return 0;

        TextReader Open(string name) => File.OpenText(Path.Combine(folder.FullName, "tagging", name));
    }
}
