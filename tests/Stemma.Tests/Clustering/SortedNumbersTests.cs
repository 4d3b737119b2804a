using Stemma.Text;

namespace Stemma.Tests.Clustering;

public sealed class SortedNumbersTests
{
    [Theory]
    [InlineData(0, 40)]
    [InlineData(7, 9)]
    [InlineData(8, 8)]
    [InlineData(100, 60)]
    [InlineData(3, 200)]
    public void What_two_rows_have_in_common_is_what_plain_comparison_finds(int most, int mostOfOther)
    {
        var random = new Random(most + mostOfOther);
        for (var round = 0; round < 300; round++)
        {
            var left = Row(random, most);
            var right = Row(random, mostOfOther);
            var places = new int[2 * Math.Min(left.Length, right.Length)];
            var count = SortedNumbers.Match(left, right, places);
            var found = Enumerable.Range(0, count).Select(i => (places[2 * i], places[(2 * i) + 1]));
            var expected = left.Select((number, i) => (i, Array.IndexOf(right, number))).Where(m => m.Item2 >= 0);
            Assert.Equal(expected, found);
            Assert.Equal(count > 0, SortedNumbers.Meet(left, right));
        }
    }

    private static uint[] Row(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => (uint)random.Next(260)).Distinct().Order()];
}
