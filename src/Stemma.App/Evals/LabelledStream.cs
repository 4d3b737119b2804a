using System.Text.Json;
using Stemma.App.Json;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>Labelled articles in order of arrival.</summary>
internal static class LabelledStream
{
    /// <summary>
    /// The articles of one file with their labels, and unlabelled ones of another in between by time. Those without a
    /// time stay where the file has them.
    /// </summary>
    public static IReadOnlyList<(Article Article, string? Story)> Read(DirectoryInfo data, string file, string? between)
    {
        var articles = ReadFile(Path.Combine(data.FullName, file));
        if (between is not null && File.Exists(Path.Combine(data.FullName, between)))
        {
            articles.AddRange(ReadFile(Path.Combine(data.FullName, between)).Select(a => (a.Article, (string?)null)));
            articles = [.. articles.OrderBy(a => a.Article.Time)];
        }
        return [.. ArrivalOrder.Of(articles, a => a.Article)];
    }

    private static List<(Article Article, string? Story)> ReadFile(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => (
            JsonSerializer.Deserialize(line, StemmaJson.Readable.ArticleInput)!.ToArticle(),
            JsonSerializer.Deserialize(line, StemmaJson.Readable.LabelledArticle)!.Story)).ToList();
}
