using Stemma.Extraction;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>
/// <c>stemma eval recurring</c>: what <see cref="HostMemory"/> drops from articles of many outlets. There is no labelled
/// truth for it: the figures say how much, and <c>--errors N</c> shows N different lines, drawn by their hash, to be read.
/// </summary>
internal static class RecurringEval
{
    private static readonly string[] Files = ["allsides.jsonl", "allsides.background.docs.jsonl"];

    public static Eval Create() => new("recurring", "Lines that recur on pages of one outlet, to be read.", Run);

    private static List<EvalFigure> Run(EvalRequest request)
    {
        var articles = Files.Where(f => File.Exists(Path.Combine(request.Data.FullName, f)))
            .SelectMany(f => LabelledStream.Read(request.Data, f, null)).Select(a => Prepare(a.Article)).OfType<Article>().ToList();
        if (articles.Count == 0)
        {
            return [];
        }
        var memory = new HostMemory();
        articles.ForEach(a => memory.Observe([a]));
        SortedDictionary<string, int> lines = new(StringComparer.Ordinal);
        var changed = 0;
        foreach (var article in articles)
        {
            var dropped = memory.Clean(article).Dropped;
            changed += dropped.Count > 0 ? 1 : 0;
            foreach (var line in dropped)
            {
                var key = $"{article.Outlet} | {line.Text}";
                lines[key] = lines.GetValueOrDefault(key) + 1;
            }
        }
        foreach (var (line, pages) in lines.OrderBy(l => LineHash.OfAddress(l.Key)).Take(request.Errors))
        {
            request.Output.WriteLine($"{pages,5} {(line.Length > 160 ? line[..160] + "…" : line)}");
        }
        return
        [
            new("recurring.articles_changed", (double)changed / articles.Count),
            new("recurring.lines_per_article", (double)lines.Values.Sum() / articles.Count),
            new("recurring.different_lines", lines.Count),
        ];
    }

    /// <summary>The article with its lines as paragraphs, its outlet in the place of a host; null without an outlet.</summary>
    private static Article? Prepare(Article article)
    {
        var host = string.Concat((article.Outlet ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        var lines = article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return host.Length == 0 || lines.Length < 3 ? null
            : ArticleAssembler.WithParagraphs(article with { Url = new Uri($"https://{host}.example/{article.Id}") }, lines);
    }
}
