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
        "days_apart", "same_day", "time_unknown", "same_outlet", "body_root", "names_root", "title_root",
    ];

    /// <summary>Compares two articles. Symmetric. All features lie in about [0, 3]. Linear in their terms.</summary>
    public static void Fill(WeightedArticle a, WeightedArticle b, Span<float> features)
    {
        features.Clear();
        features[0] = a.Body.Dot(b.Body);
        features[1] = a.Lead.Dot(b.Lead);
        features[2] = a.Names.Dot(b.Names);
        features[3] = a.Numbers.Dot(b.Numbers);
        features[4] = a.Title.Dot(b.Title);
        features[5] = (a.Title.CoveredBy(b.Lead) + b.Title.CoveredBy(a.Lead)) / 2;
        features[6] = MathF.Sqrt(MinHashSketch.Resemblance(a.Shingles, b.Shingles));
        if (a.Weekdays != 0 && b.Weekdays != 0)
        {
            features[7] = (float)BitOperations.PopCount((uint)(a.Weekdays & b.Weekdays)) / BitOperations.PopCount((uint)(a.Weekdays | b.Weekdays));
            features[8] = 1 - features[7];
        }
        if (a.Time is { } timeA && b.Time is { } timeB)
        {
            var gap = (timeA - timeB).Duration();
            features[9] = MathF.Log(1 + (float)gap.TotalDays);
            features[10] = gap.TotalHours < 24 ? 1 : 0;
        }
        else
        {
            features[11] = 1;
        }
        features[12] = a.Outlet != 0 && a.Outlet == b.Outlet ? 1 : 0;
        features[13] = MathF.Sqrt(features[0]);
        features[14] = MathF.Sqrt(features[2]);
        features[15] = MathF.Sqrt(features[4]);
    }
}
