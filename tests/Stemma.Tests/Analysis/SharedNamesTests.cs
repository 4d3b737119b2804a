using Stemma.Analyzing;

namespace Stemma.Tests.Analyzing;

public sealed class SharedNamesTests
{
    private static string? Lent(params string[] others)
    {
        var names = new SharedNames();
        foreach (var other in others)
        {
            names.Add(Articles.Analyze(other).Analysis);
        }
        var lone = Articles.Analyze("“We will wait,” Mayor Solberg said.").Analysis;
        return names.Complete(lone).Quotes[0].Speaker;
    }

    [Fact]
    public void A_lone_surname_borrows_the_full_name_of_the_other_articles() =>
        Assert.Equal("Ingrid Solberg", Lent("Mayor Ingrid Solberg spoke.", "Ingrid Solberg, the mayor, spoke."));

    [Fact]
    public void One_other_article_is_not_enough() => Assert.Equal("Solberg", Lent("Mayor Ingrid Solberg spoke."));

    [Fact]
    public void A_surname_that_two_people_share_stays_as_it_is() =>
        Assert.Equal("Solberg", Lent("Mayor Ingrid Solberg spoke.", "Ingrid Solberg spoke.", "Mayor Peter Solberg spoke.", "Mr. Peter Solberg spoke."));
}
