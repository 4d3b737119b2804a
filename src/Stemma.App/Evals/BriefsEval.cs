using System.Diagnostics;
using System.Globalization;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>
/// Briefs of 500 stories drawn at random from the labelled streams: whether every line stands in an article, how many outright
/// differences are shown, how long it takes. With --errors N so many outright differences are shown to be read, and as many of the
/// others. With --only all every event of the folder is briefed once instead.
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
        int stories = 0, outright = 0, changed = 0, others = 0;
        var watch = Stopwatch.StartNew();
        foreach (var brief in request.Filter == "all"
            ? new DrawnStories().All(request.Data.FullName)
            : new DrawnStories().Draw(request.Data.FullName, Stories))
        {
            stories++;
            check.Add(brief);
            foreach (var difference in brief.Differences)
            {
                var count = difference.IsOutright ? ++outright : difference.HasChanged ? ++changed : ++others;
                if (count <= request.Errors)
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
            $"  {stories} stories, {check.Passages} passages, {outright} outright differences, {changed} changed since, {others} others, {watch.Elapsed.TotalSeconds:0} s"));
        return
        [
            new EvalFigure("briefs.verbatim.share", 1 - (check.Amiss.Count / (double)Math.Max(1, check.Passages))),
            new EvalFigure("briefs.outright.per_story", outright / (double)stories),
            new EvalFigure("briefs.changed.per_story", changed / (double)stories),
            new EvalFigure("briefs.others.per_story", others / (double)stories),
        ];
    }

    private static void Show(TextWriter output, StoryBrief brief, Difference difference)
    {
        output.WriteLine($"  {(difference.IsOutright ? "OUTRIGHT " : "")}{difference.Explanation.Rule} | {brief.Story.Accounts.First(a => a.Id == brief.HeadlineOf).Article.Title}");
        foreach (var side in difference.Sides)
        {
            var account = brief.Story.Accounts.First(a => a.Id == side.Sentences[0].Article);
            var words = side.Words[0].Span.Of(account.Article.Text);
            output.WriteLine($"    {side.Value} ({side.Words.Count}) <{words.ReplaceLineEndings(" ")}> [{account.Outlet} {account.Article.Published}] {side.Sentences[0].Span.Of(account.Article.Text).ReplaceLineEndings(" ")}");
        }
    }
}
