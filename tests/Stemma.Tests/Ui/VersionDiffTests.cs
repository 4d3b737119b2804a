using Stemma.App.Ui;
using Stemma.Model;

namespace Stemma.Tests.Ui;

public sealed class VersionDiffTests
{
    [Theory]
    [InlineData("the boat sank at noon", "the boat sank at noon", "")]
    [InlineData("the boat sank at noon", "the ship sank at noon", "boat>ship")]
    [InlineData("the boat sank", "the boat sank off the point", ">off the point")]
    [InlineData("nobody was hurt, officials said", "officials said", "nobody was hurt,>")]
    [InlineData("", "all of it is new", ">all of it is new")]
    [InlineData("one a b c d e f g two", "ONE a b c d e f g TWO", "one>ONE|two>TWO")]
    [InlineData("red a blue b green", "RED a BLUE b GREEN", "red a blue b green>RED a BLUE b GREEN")]
    public void Changed_words_are_found(string earlier, string later, string changes) =>
        Assert.Equal(changes, string.Join('|', Diff(earlier, later).Select(c => $"{c.Removed}>{c.Added}")));

    [Fact]
    public void A_change_stands_between_the_words_around_it()
    {
        var change = Assert.Single(Diff("the old ferry sank at noon", "the new ferry sank at noon"));
        Assert.Equal(("the", "ferry sank at noon"), (change.Before, change.After));
    }

    [Fact]
    public void Applying_the_changes_to_the_earlier_words_gives_the_later()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Words(random, random.Next(40)), Words(random, random.Next(40)));
            var changes = Diff(string.Join(' ', a), string.Join(' ', b));
            // Equal words are as many on both sides.
            Assert.Equal(
                a.Length - changes.Sum(c => Count(c.Removed)),
                b.Length - changes.Sum(c => Count(c.Added)));
        }

        static string[] Words(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => "abcd"[random.Next(4)].ToString())];
        static int Count(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Fact]
    public void Texts_without_a_common_word_are_one_change_and_take_no_long_time()
    {
        var earlier = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"a{i}"));
        var later = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"b{i}"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Single(Diff(earlier, later));
        Assert.True(watch.ElapsedMilliseconds < 5000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static IReadOnlyList<VersionChange> Diff(string earlier, string later) =>
        VersionDiff.Between(Version(earlier), Version(later));

    private static Article Version(string text) => new() { Id = new ArticleId(1), Source = "-", Text = text };
}
