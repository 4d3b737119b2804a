using Stemma.Storage;

namespace Stemma.Tests.Storage;

public sealed class SearchRankingTests
{
    [Fact]
    public void The_headline_counts_more_than_the_lead_and_the_lead_more_than_the_rest()
    {
        Assert.Equal([1, 2, 3], Order(["ferry"], (3, "Budget passed", "It was late.", 1), (2, "Budget passed", "The ferry was late.", 1), (1, "Ferry sinks", "", 1)));
    }

    [Fact]
    public void A_word_of_few_headlines_counts_more_than_one_of_many()
    {
        Assert.Equal(
            4,
            Order(["council", "ferry"], (9, "Council votes", "", 1), (8, "Council waits", "", 1), (7, "Council sits", "", 1), (6, "Council out", "", 1), (4, "Ferry sinks", "", 1))[0]);
    }

    [Fact]
    public void Among_equals_the_story_of_more_accounts_leads_then_the_newer()
    {
        Assert.Equal([1, 3, 2], Order(["ferry"], (3, "Ferry sinks", "", 1), (2, "Ferry sank", "", 1), (1, "Ferry is sinking", "", 6)));
    }

    [Fact]
    public void Case_accents_phrases_and_endings_are_read_as_the_index_reads_them()
    {
        Assert.Equal([1, 2], Order(["são"], (2, "Sand", "", 1), (1, "Inundação em SAO Bento", "", 1)));
        Assert.Equal([1, 2], Order(["ferry line"], (2, "Line of a ferry", "", 1), (1, "Ferry line closed", "", 1)));
        Assert.Equal([1, 2], Order(["ferr*"], (2, "Offer", "", 1), (1, "Ferries", "", 1)));
        Assert.Empty(Order(["x"]));
    }

    private static List<long> Order(string[] words, params (long Seq, string Title, string Lead, long Accounts)[] matches) =>
        [.. SearchRanking.Order(matches, words)];
}
