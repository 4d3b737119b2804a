using Stemma.Clustering;

namespace Stemma.Tests.Clustering;

public sealed class PairMemoryTests
{
    [Fact]
    public void A_pair_is_remembered_whichever_way_it_is_asked_for()
    {
        var memory = new PairMemory();
        memory.Add(7, 3, 1.5f);
        Assert.True(memory.TryGet(3, 7, out var logOdds));
        Assert.Equal(1.5f, logOdds);
        Assert.False(memory.TryGet(3, 8, out _));
        Assert.False(memory.TryGet(0, 0, out _));
    }

    [Fact]
    public void Many_pairs_are_told_apart_and_those_of_old_articles_let_go_of()
    {
        var memory = new PairMemory();
        for (var later = 1; later < 200; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                memory.Add(earlier, later, (earlier * 1000) + later);
            }
        }
        memory.Forget(100);
        memory.Add(99, 300, 1);
        for (var later = 1; later < 200; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                Assert.Equal(earlier >= 100, memory.TryGet(earlier, later, out var logOdds));
                Assert.Equal(earlier >= 100 ? (earlier * 1000) + later : 0, logOdds);
            }
        }
        Assert.False(memory.TryGet(99, 300, out _));
    }
}
