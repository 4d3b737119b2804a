using System.Numerics;
using Stemma.Text;

namespace Stemma.Clustering;

/// <summary>In what ways two articles are alike: what <see cref="PairModel"/> judges by.</summary>
internal static class PairFeatures
{
    /// <summary>The names of the features, in their order.</summary>
    public static readonly string[] Names =
    [
        "body", "lead", "names", "numbers", "title", "title_covered", "copied", "weekdays_same", "weekdays_differ",
        "days_apart", "same_day", "same_outlet", "body_root", "names_root", "title_root", "no_title", "body_root_without_title", "sounds",
        "least_words", "words_ratio", "familiar", "beyond_familiar", "numbers_shared", "numbers_differ", "ideas",
    ];

    /// <summary>Compares two articles. Symmetric. All features lie in about [0, 3]. Linear in their terms.</summary>
    public static void Fill(WeightedArticle a, WeightedArticle b, Span<float> features) => Fill(a, b, new ArticleProducts(), features);

    /// <summary>The same with a table to use again and again: cheap where the first article is that of the call before.</summary>
    public static void Fill(WeightedArticle a, WeightedArticle b, ArticleProducts products, Span<float> features)
    {
        FillFirst(a, b, products, features);
        FillRest(a, b, products, features);
    }

    /// <summary>The features that tell most and cost least; the others are 0 after it.</summary>
    public static void FillFirst(WeightedArticle a, WeightedArticle b, ArticleProducts products, Span<float> features)
    {
        products.Take(a);
        features.Clear();
        features[0] = products.Body(b);
        features[2] = products.Names(b);
        features[4] = products.Title(b);
        if (a.Time is { } timeA && b.Time is { } timeB)
        {
            var gap = (timeA - timeB).Duration();
            features[9] = MathF.Log(1 + (float)gap.TotalDays);
            features[10] = gap.TotalHours < 24 ? 1 : 0;
        }
        features[11] = a.Outlet != 0 && a.Outlet == b.Outlet ? 1 : 0;
        features[12] = MathF.Sqrt(features[0]);
        features[13] = MathF.Sqrt(features[2]);
        features[14] = MathF.Sqrt(features[4]);
        features[18] = MathF.Log(1 + Math.Min(a.Body.Count, b.Body.Count));
        features[19] = MathF.Log((1f + Math.Max(a.Body.Count, b.Body.Count)) / (1 + Math.Min(a.Body.Count, b.Body.Count)));
        if (a.Time is not null && b.Time is not null)
        {
            features[20] = MathF.Log(1 + Math.Min(a.FamiliarArticles, b.FamiliarArticles));
            features[21] = features[0] / (features[0] + ((a.Familiar + b.Familiar) / 2) + 0.05f);
        }
        HideTitle(features, a.Title.IsEmpty || b.Title.IsEmpty);
    }

    /// <summary>The features that <see cref="FillFirst"/> left out.</summary>
    public static void FillRest(WeightedArticle a, WeightedArticle b, ArticleProducts products, Span<float> features)
    {
        (features[1], var titlesCovered) = products.Lead(b);
        (features[3], var shared) = products.Numbers(b);
        features[5] = features[15] > 0 ? 0 : titlesCovered;
        features[6] = MathF.Sqrt(MinHashSketch.Resemblance(a.Shingles, b.Shingles));
        if (a.Weekdays != 0 && b.Weekdays != 0)
        {
            features[7] = (float)BitOperations.PopCount((uint)(a.Weekdays & b.Weekdays)) / BitOperations.PopCount((uint)(a.Weekdays | b.Weekdays));
            features[8] = 1 - features[7];
        }
        features[22] = MathF.Log(1 + shared);
        features[23] = shared == 0 ? MathF.Log(1 + Math.Min(a.Numbers.Count, b.Numbers.Count)) : 0;
        if (IsAcross(a, b))
        {
            features[17] = MathF.Sqrt(a.Sounds.Dot(b.Sounds));
            features[24] = MathF.Sqrt(a.Ideas.Dot(b.Ideas));
        }
    }

    /// <summary>Whether the two are known to be in different languages.</summary>
    public static bool IsAcross(WeightedArticle a, WeightedArticle b) => a.Language != 0 && b.Language != 0 && a.Language != b.Language;

    /// <summary>Takes the title out of the comparison, where one has none (or to train for that case).</summary>
    public static void HideTitle(Span<float> features, bool isMissing)
    {
        if (isMissing)
        {
            features[4] = features[5] = features[14] = 0;
            features[15] = 1;
            features[16] = features[12];
        }
    }

    /// <summary>Takes the time out of the comparison, to train for articles that do not tell it.</summary>
    public static void HideTime(Span<float> features) => features[9] = features[10] = features[20] = features[21] = 0;
}
