using System.Text.Json;
using static Stemma.App.Evals.GoldJson;

namespace Stemma.App.Evals;

/// <summary>
/// Scores first-hand, links on the news and roots of the news over batches of drawn stories, each read before the system was
/// run on it. Batches are scored apart: what was developed on flatters.
/// </summary>
internal static class AccountsEval
{
    public static Eval Create() => new(
        "accounts",
        "first-hand, links and roots of drawn stories; --data a folder with their texts, --only dev or test",
        Run);

    private static IReadOnlyList<EvalFigure> Run(EvalRequest request)
    {
        List<EvalFigure> figures = [];
        var folder = Path.Combine("evals", "accounts");
        if (!Directory.Exists(folder))
        {
            return figures;
        }
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var (name, part) = (Path.GetFileNameWithoutExtension(file), Word(json.RootElement, "part"));
            if ((request.Filter is { } filter && filter != part && filter != name)
                || new AnnotatedStories().ReadBatch(json.RootElement, request.Data.FullName) is not { } stories)
            {
                continue;
            }
            var scorer = new AccountScorer(request.Output, part == "dev" ? request.Errors : 0);
            foreach (var story in stories)
            {
                scorer.Add(story);
            }
            figures.AddRange(scorer.Figures($"accounts.{name}"));
        }
        return figures;
    }
}
