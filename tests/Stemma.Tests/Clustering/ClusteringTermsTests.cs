using Stemma.Text;

namespace Stemma.Tests.Clustering;

public sealed class ClusteringTermsTests
{
    [Theory]
    [InlineData("U.S.", "US")]
    [InlineData("1,200", "1200")]
    [InlineData("Städte", "stadte")]
    [InlineData("harbours", "Harbour")]
    [InlineData("Quillan's", "Quillan")]
    public void Spellings_of_one_word_are_one_term(string left, string right) =>
        Assert.Equal(Assert.Single(TermReader.Read(left)).Hash, Assert.Single(TermReader.Read(right)).Hash);

    [Theory]
    [InlineData("zelensky", "selenskyj")]
    [InlineData("zelensky", "зеленский")]
    [InlineData("militar", "militaire")]
    public void A_name_sounds_the_same_in_two_spellings(string left, string right) =>
        Assert.Equal(SoundKey.Of(left), SoundKey.Of(right));

    [Fact]
    public void A_sketch_tells_how_much_text_is_shared()
    {
        var whole = MinHashSketch.Of(TermReader.Read(Invented.Ferry), 3, 16);
        Assert.Equal(1, MinHashSketch.Resemblance(whole, whole));
        Assert.Equal(0, MinHashSketch.Resemblance(whole, MinHashSketch.Of(TermReader.Read(Invented.Orchard), 3, 16)));
        Assert.Empty(MinHashSketch.Of(TermReader.Read("two words"), 3, 16));
    }
}
