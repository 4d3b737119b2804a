namespace Stemma.Tests.Extraction;

/// <summary>Five real text dumps of pages on one event, where they are at hand: seven articles.</summary>
public sealed class SeedTests
{
    [Fact]
    public void Each_of_the_seven_articles_has_its_own_body_and_only_that()
    {
        var folder = Path.Combine(Repository.Shared, "seeds");
        Assert.SkipUnless(Directory.Exists(folder), "The seed pages are not beside the repository.");
        var articles = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(f => Pages.Extract(File.ReadAllBytes(f)).Articles).ToList();
        Assert.Equal(7, articles.Count);
        string[] furniture = ["sign up", "already a member", "donation", "getty", "no comments", "more from", "related", "tax-deductible", "is a national", "photo]"];
        Assert.All(articles, a => Assert.All(furniture, f => Assert.DoesNotContain(f, a.Text, StringComparison.OrdinalIgnoreCase)));
        Assert.All(articles, a => Assert.True(a.Text.Length > 1200 && a.Language == "en"));
    }
}
