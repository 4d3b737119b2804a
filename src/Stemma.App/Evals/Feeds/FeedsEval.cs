using System.Text.Json;
using Stemma.Fetching;

namespace Stemma.App.Evals.Feeds;

/// <summary>Scores the reading of feeds on a conformance suite, by subset and group, and of dates on a list of them.</summary>
internal static class FeedsEval
{
    public static Eval Create() => new("feeds", "Conformance of feeds, their dates and their HTML.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        var cases = Path.Combine(request.Data.FullName, "feedparser-cases.jsonl");
        List<EvalFigure> figures = [];
        if (File.Exists(cases))
        {
            AddSubsets(figures, request, [.. FeedCase.ReadAll(cases).Select(Judge)]);
        }
        var dates = Path.Combine(request.Data.FullName, "dates.jsonl");
        if (File.Exists(dates) && request.Filter is null or "dates")
        {
            figures.Add(new EvalFigure("feeds.dates", Rate(request, [.. File.ReadLines(dates).Where(l => l.Length > 0).Select(JudgeDate)])));
        }
        var attacks = Path.Combine(request.Data.FullName, "dompurify_expect.jsonl");
        if (File.Exists(attacks) && request.Filter is null or "attacks")
        {
            figures.Add(new EvalFigure("feeds.attacks", Rate(request, [.. File.ReadLines(attacks).Where(l => l.Length > 0).Select(JudgeAttack)])));
        }
        return figures;
    }

    private static void AddSubsets(List<EvalFigure> figures, EvalRequest request, List<FeedVerdict> verdicts)
    {
        foreach (var subset in verdicts.GroupBy(v => v.Subset).Where(s => request.Filter is null || s.Key == request.Filter).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            foreach (var group in subset.GroupBy(v => v.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                request.Output.WriteLine($"{subset.Key,-9} {group.Key,-24} {group.Count(v => v.IsRight),4} of {group.Count(),4}");
            }
            figures.Add(new EvalFigure("feeds." + subset.Key, Rate(request, [.. subset])));
        }
    }

    private static double Rate(EvalRequest request, List<FeedVerdict> verdicts)
    {
        foreach (var wrong in verdicts.Where(v => !v.IsRight).Take(request.Errors))
        {
            request.Output.WriteLine($"  {wrong.Id}: {wrong.Detail}");
        }
        return verdicts.Count == 0 ? 0 : (double)verdicts.Count(v => v.IsRight) / verdicts.Count;
    }

    private static FeedVerdict Judge(FeedCase one)
    {
        var result = new FeedParser().Parse(one.Document);
        if (one.Subset == "sanitize")
        {
            // The suite expects its own white list to the letter. What counts is that nothing that executes is left.
            var left = Texts(result.Feed).Select(t => HtmlHazards.In(t.ToHtml(new HtmlSanitizer()))).FirstOrDefault(h => h is not null);
            return new FeedVerdict(one.Id, one.Group, one.Subset, left is null && result.Feed is not null, left ?? "no feed");
        }
        var isRight = FeedExpectation.Holds(one.Expect, FeedShape.Of(result, one));
        var detail = isRight ? "" : $"{one.Expect.GetRawText()} faults: {string.Join("; ", result.Faults.Select(f => f.Kind))}{result.Failure?.Message} charset: {result.Charset}";
        return new FeedVerdict(one.Id, one.Group, one.Subset, isRight, detail);
    }

    private static IEnumerable<FeedText> Texts(Feed? feed) => feed is null ? [] :
        ((FeedText?[])[feed.Title, feed.Subtitle, feed.Info, feed.Rights])
            .Concat(feed.Entries.SelectMany(e => e.Contents.Append(e.Title).Append(e.Summary).Append(e.Subtitle).Append(e.Rights)))
            .OfType<FeedText>();

    private static FeedVerdict JudgeDate(string line)
    {
        using var json = JsonDocument.Parse(line);
        var (input, expect) = (json.RootElement.GetProperty("input").GetString()!, json.RootElement.GetProperty("expect"));
        var found = FeedDateReader.Read(input) is { } moment ? FeedShape.Utc(moment.At) : null;
        var wanted = expect.ValueKind == JsonValueKind.Array
            ? FeedShape.Utc(new DateTimeOffset(expect[0].GetInt32(), expect[1].GetInt32(), expect[2].GetInt32(), expect[3].GetInt32(), expect[4].GetInt32(), expect[5].GetInt32(), TimeSpan.Zero))
            : null;
        return new FeedVerdict(input, "dates", "dates", found == wanted, $"wanted {wanted ?? "nothing"}, read {found ?? "nothing"}");
    }

    private static FeedVerdict JudgeAttack(string line)
    {
        using var json = JsonDocument.Parse(line);
        var payload = json.RootElement.GetProperty("payload").GetString()!;
        var once = new HtmlSanitizer().Sanitize(payload);
        var left = HtmlHazards.In(once) ?? (new HtmlSanitizer().Sanitize(once) == once ? null : "twice is not once: " + once);
        return new FeedVerdict(payload.Length > 120 ? payload[..120] : payload, "attacks", "attacks", left is null, left ?? "");
    }
}
