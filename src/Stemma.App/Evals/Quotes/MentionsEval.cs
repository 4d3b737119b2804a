using System.Text.Json;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>
/// <c>stemma eval outlets</c>: mentions of outlets by their role (origin, told to it, wire); <c>stemma eval
/// status</c>: words that deny,
/// confirm or decline. A system's mention counts where it overlaps a gold mention of that role. The gold lists some
/// mentions
/// only; the <c>listed</c> figures leave out what the system marks elsewhere.
/// </summary>
internal static class MentionsEval
{
    private const string Set = "polnear.dev-small";

    private static readonly (string Role, CitationKind[] Kinds)[] Roles =
    [
        ("report", [CitationKind.FirstReport, CitationKind.Reports, CitationKind.Confirms, CitationKind.AlsoReports]),
        ("told", [CitationKind.ToldTo]),
        ("wire", [CitationKind.Syndicated]),
        ("doc", [CitationKind.Document]),
    ];

    private static readonly (string Status, StatusKind[] Kinds)[] Statuses =
    [
        ("denied", [StatusKind.Denied]),
        ("confirmed", [StatusKind.Confirmed]),
        ("declined", [StatusKind.Declined, StatusKind.NoResponse]),
    ];

    // roles that are no citation
    private static readonly (string Name, OutletRole Role)[] Named = [("self", OutletRole.Own),
        ("poll", OutletRole.Poll), ("staff", OutletRole.Staff)];

    private sealed record Labelled(TextSpan Span, string Role);

    public static Eval CreateOutlets() => new("outlets", "Mentions of outlets by role.", request => Run(
        request, "outlet-mentions", "span", "role", Roles.Select(r => r.Role).Concat(Named.Select(n => n.Name)),
        (analysis, role) =>
            Array.Find(Named, n => n.Name == role) is { Name: not null } named
            ? [.. analysis.Mentions.Where(m => m.Role == named.Role).Select(m => m.Span)]
            : [.. analysis.Citations.Where(c => Roles.First(r => r.Role == role).Kinds.Contains(c.Kind)).Select(c => c.Span).Distinct()]));

    public static Eval CreateStatus() => new("status", "Denials, confirmations, refusals.", request => Run(
        request, "status", "trigger", "status", Statuses.Select(s => s.Status), (analysis, status) =>
            [.. analysis.Statuses.Where(s => Statuses.First(x => x.Status == status).Kinds.Contains(s.Kind)).Select(s => s.Span)]));

    private static List<EvalFigure> Run(
        EvalRequest request, string file, string spanName, string roleName, IEnumerable<string> roles, Func<Analysis,
        string, List<TextSpan>> find)
    {
        var articles = Path.Combine(request.Data.FullName, Set + ".jsonl");
        var goldFile = Path.Combine(request.Data.FullName, $"{Set}.{file}.gold.jsonl");
        if (!File.Exists(articles) || !File.Exists(goldFile))
        {
            return [];
        }
        var inputs = AnalyzedSet.Read(articles, "en");
        var analyses = AnalyzedSet.Analyze(inputs);
        var gold = new Dictionary<string, List<Labelled>>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(goldFile))
        {
            using var json = JsonDocument.Parse(line);
            var span = json.RootElement.GetProperty(spanName);
            var id = json.RootElement.GetProperty("doc").GetString() ?? "";
            (gold.TryGetValue(id, out var list) ? list : gold[id] = []).Add(new Labelled(
                new TextSpan(span[0].GetInt32(), span[1].GetInt32()),
                (json.RootElement.GetProperty(roleName).GetString() ?? "").ToLowerInvariant()));
        }
        List<EvalFigure> figures = [];
        foreach (var role in roles)
        {
            figures.AddRange(Score(request, inputs.Select(a => (a.Id ?? "", a.Text ?? "")), analyses, gold,
                $"analysis.{file}.{role}", role, find));
        }
        return figures;
    }

    private static List<EvalFigure> Score(
        EvalRequest request, IEnumerable<(string Id, string Text)> articles, IReadOnlyDictionary<string,
        Analysis> analyses,
        Dictionary<string, List<Labelled>> gold, string prefix, string role, Func<Analysis, string,
        List<TextSpan>> find)
    {
        int right = 0, wrong = 0, unlisted = 0, missed = 0, shown = 0;
        foreach (var (id, text) in articles)
        {
            var labelled = gold.GetValueOrDefault(id) ?? [];
            var open = labelled.Where(l => l.Role == role).ToList();
            foreach (var span in find(analyses[id], role))
            {
                var hit = open.FindIndex(l => l.Span.Overlaps(span));
                if (hit >= 0)
                {
                    open.RemoveAt(hit);
                    right++;
                    continue;
                }
                var listed = labelled.Exists(l => l.Span.Overlaps(span));
                wrong += listed ? 1 : 0;
                unlisted += listed ? 0 : 1;
                if (shown++ < request.Errors)
                {
                    request.Output.WriteLine($"{role}, not so: {Around(text, span)}");
                }
            }
            missed += open.Count;
            foreach (var left in open.Where(_ => shown++ < request.Errors))
            {
                request.Output.WriteLine($"{role}, missed: {Around(text, left.Span)}");
            }
        }
        return
        [
            new($"{prefix}.f1", right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong + unlisted + missed)),
            new($"{prefix}.listed.f1", right == 0 ? 0 : 2.0 * right / ((2 * right) + wrong + missed)),
        ];
    }

    private static string Around(string text, TextSpan span) =>
        (text[Math.Max(0, span.Start - 60)..span.Start] + "[[" + span.Of(text) + "]]" + text[span.End..Math.Min(text.Length, span.End + 40)]).ReplaceLineEndings(" ");
}
