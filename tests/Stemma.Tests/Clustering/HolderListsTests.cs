using Stemma.Clustering;

namespace Stemma.Tests.Clustering;

public sealed class HolderListsTests
{
    [Fact]
    public void Lists_in_pages_hold_what_lists_of_their_own_would()
    {
        const int Longest = 40;
        var random = new Random(1);
        var lists = new HolderLists(Longest);
        Dictionary<uint, List<Holder>> plain = [];
        for (var slot = 0; slot < 6000; slot++)
        {
            var term = (uint)(random.NextDouble() * random.NextDouble() * 900);
            lists.Add(term, new Holder(slot, slot));
            var own = plain.TryGetValue(term, out var found) ? found : plain[term] = [];
            own.Add(new Holder(slot, slot));
            if (own.Count > Longest * 5 / 4)
            {
                own.RemoveRange(0, own.Count - Longest);
            }
            if (slot % 500 == 499)
            {
                lists.Sweep(slot - 1500);
                foreach (var list in plain.Values)
                {
                    list.RemoveAll(h => h.Slot < slot - 1500);
                }
            }
        }
        Assert.All(Enumerable.Range(0, 900), term =>
            Assert.Equal(plain.GetValueOrDefault((uint)term) ?? [], lists.Of((uint)term).ToArray()));
    }

    [Fact]
    public void Counts_of_terms_are_those_of_a_dictionary()
    {
        var random = new Random(2);
        var counts = new TermCounts();
        Dictionary<uint, float> plain = [];
        for (var i = 0; i < 30_000; i++)
        {
            var term = (uint)random.Next(9000) * 4096;
            Assert.Equal(plain[term] = plain.GetValueOrDefault(term) + 1, counts.Add(term, 1));
        }
        counts.Change(static n => n > 3 ? n / 2 : 0);
        var kept = plain.Where(static p => p.Value > 3).OrderBy(static p => p.Key).Select(static p => (p.Key, p.Value / 2)).ToList();
        Assert.Equal(kept, counts.ByTerm());
        Assert.Equal(kept.Count, counts.Count);
        Assert.Equal(0, counts[12345]);
    }
}
