namespace Stemma.Clustering;

/// <summary>Finds the account that an article is a later version of: a version is not one more account.</summary>
internal static class VersionFinder
{
    private const double MostlySame = 0.85;
    private const double SomewhatSame = 0.4;

    /// <summary>
    /// The earliest member with the same address and a body or title like it, or of the same outlet with mostly the same
    /// body; null if none. Linear in the members.
    /// </summary>
    public static OpenArticle? Find(WeightedArticle article, IReadOnlyList<OpenArticle> members)
    {
        foreach (var open in members)
        {
            var member = open.Weighted;
            var sameAddress = article.Address != 0 && article.Address == member.Address;
            var sameOutlet = article.Outlet != 0 && article.Outlet == member.Outlet;
            if (!sameAddress && !sameOutlet)
            {
                continue;
            }
            var body = article.Body.Dot(member.Body);
            if (body >= MostlySame || (sameAddress && body >= SomewhatSame))
            {
                return open;
            }
        }
        return null;
    }
}
