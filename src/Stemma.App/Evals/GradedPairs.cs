using System.Text.Json;
using Stemma.Clustering;
using Stemma.Model;

namespace Stemma.App.Evals;

/// <summary>Pairs of articles, in one language or two, with how alike people found them.</summary>
internal static class GradedPairs
{
    /// <summary>
    /// The pairs of a file; likeness grows with the number (a grade from 1, the same, to 4 counts from -1 to -4; yes or no
    /// counts 1 or 0). All texts are counted before any is weighed, as a stream at rest would be.
    /// </summary>
    public static List<(OpenArticle A, OpenArticle B, double Likeness, string Languages)> Read(DirectoryInfo data, string file, ClusteringOptions options)
    {
        var window = new StreamWindow(options, BackgroundFrequencies.LoadBuiltIn());
        var reader = new StoryClusterer(options);
        List<(ArticleFeatures A, ArticleFeatures B, double, string)> read = [];
        foreach (var line in File.ReadLines(Path.Combine(data.FullName, file)))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var a = reader.Read(ArticleOf(row, "1"));
            var b = reader.Read(ArticleOf(row, "2"));
            window.Enter(a);
            window.Enter(b);
            var likeness = row.TryGetProperty("overall", out var grade) ? -grade.GetDouble() : row.GetProperty("same").GetBoolean() ? 1 : 0;
            read.Add((a, b, likeness, row.GetProperty("lang1").GetString() + "-" + row.GetProperty("lang2").GetString()));
        }
        return read.ConvertAll(p => (window.Enter(p.A).Article, window.Enter(p.B).Article, p.Item3, p.Item4));
    }

    private static Article ArticleOf(JsonElement row, string side)
    {
        var text = row.GetProperty("text" + side).GetString() ?? "";
        var title = row.TryGetProperty("title" + side, out var t) ? t.GetString() ?? "" : "";
        return new Article
        {
            Id = new ArticleId(ContentId.Of(row.GetProperty("id").GetString() ?? "", side, text)),
            Source = "-",
            Title = title,
            Language = row.GetProperty("lang" + side).GetString() ?? "und",
            Text = text,
        };
    }
}
