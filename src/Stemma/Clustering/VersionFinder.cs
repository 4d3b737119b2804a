using Stemma.Model;

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
    public static ArticleId? Find(WeightedArticle article, IReadOnlyList<WeightedArticle> members)
    {
        foreach (var member in members)
        {
            var sameAddress = article.Features.Address.Length > 0 && article.Features.Address == member.Features.Address;
            var sameOutlet = article.Features.Outlet.Length > 0 && article.Features.Outlet == member.Features.Outlet;
            if (!sameAddress && !sameOutlet)
            {
                continue;
            }
            var body = article.Body.Dot(member.Body);
            if (body >= MostlySame || (sameAddress && body >= SomewhatSame))
            {
                return member.Features.Id;
            }
        }
        return null;
    }
}
