using Stemma.Clustering;

namespace Stemma.App.Evals;

/// <summary>Two articles of which is known whether they tell of one event.</summary>
internal sealed record PairExample(float[] Features, bool Belongs, double Importance)
{
    public static PairExample Of(OpenArticle a, OpenArticle b, bool belongs, double importance)
    {
        var features = new float[PairFeatures.Names.Length];
        PairFeatures.Fill(a.Weighted, b.Weighted, features);
        return new PairExample(features, belongs, importance);
    }
}
