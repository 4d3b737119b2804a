using System.Diagnostics;
using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>
/// Briefs of 500 stories drawn at random from the labelled streams: whether every line stands in an article, how many outright
/// differences are shown, how long it takes. With --errors N the outright differences are shown to be read.
/// </summary>
internal static class BriefsEval
{
    private const int Stories = 500;

    public static Eval Create() => new(
        "briefs",
        "500 stories drawn at random: is every line verbatim, how many outright differences",
        Run);

    private static IReadOnlyList<EvalFigure> Run(EvalRequest request)
    {
        var check = new VerbatimCheck();
        int stories = 0, outright = 0, shown = 0;
        var watch = Stopwatch.StartNew();
        foreach (var brief in new DrawnStories().Draw(request.Data.FullName, Stories))
        {
            stories++;
            check.Add(brief);
            foreach (var difference in brief.Differences.Where(d => d.IsOutright))
            {
                outright++;
                if (shown++ < request.Errors)
                {
                    Show(request.Output, brief, difference);
                }
            }
        }
        if (stories == 0)
        {
            return [];
        }
        foreach (var amiss in check.Amiss.Take(10))
        {
            request.Output.WriteLine("  not verbatim: " + amiss);
        }
        request.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {stories} stories, {check.Passages} passages, {outright} outright differences, {watch.Elapsed.TotalSeconds:0} s"));
        return
        [
            new EvalFigure("briefs.verbatim.share", 1 - (check.Amiss.Count / (double)Math.Max(1, check.Passages))),
            new EvalFigure("briefs.outright.per_story", outright / (double)stories),
        ];
    }

    private static void Show(TextWriter output, StoryBrief brief, Difference difference)
    {
        output.WriteLine($"  {difference.Kind} {difference.Explanation.Rule}");
        foreach (var side in difference.Sides)
        {
            var account = brief.Story.Accounts.First(a => a.Id == side.Sentences[0].Article);
            output.WriteLine($"    {side.Value} ({side.Words.Count}) [{account.Outlet}] {side.Sentences[0].Span.Of(account.Article.Text).ReplaceLineEndings(" ")}");
        }
    }
}
