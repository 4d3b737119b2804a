using Stemma.Clustering;
using Stemma.Text;

namespace Stemma.Tests.Clustering;

public sealed class SharedIdeasTests
{
    private static readonly SharedIdeas Ideas = SharedIdeas.LoadBuiltIn();

    [Theory]
    [InlineData("en", "Hungarian elections", "de", "Ungarns Wahlen")]
    [InlineData("en", "Hungarian elections", "pl", "węgierskie wybory")]
    [InlineData("en", "Hungarian elections", "ru", "венгерские выборы")]
    [InlineData("fr", "Le séisme en Grèce", "it", "terremoto, Grecia")]
    [InlineData("es", "inundaciones alemanas", "nl", "Duitse overstroming")]
    [InlineData("en", "China, hospital", "zh", "中国医院")]
    [InlineData("en", "Egypt: police", "ar", "والشرطة المصرية")]
    [InlineData("en", "police in Turkey", "tr", "Türk polisi")]
    public void Words_of_two_languages_mean_the_same(string language, string text, string otherLanguage, string otherText) =>
        Assert.Equal(Read(text, language), Read(otherText, otherLanguage));

    [Theory]
    [InlineData("en", "")]
    [InlineData("xx", "Hungarian elections")]
    [InlineData("en", "us, ab, vs")]
    [InlineData("ar", "ا ال وال ببب \0 ’’")]
    public void What_is_not_listed_means_nothing(string language, string text) => Assert.Empty(Read(text, language));

    [Fact]
    public void What_lies_behind_the_limit_is_not_read() =>
        Assert.Single(Ideas.Read("Police. Police", TermReader.Read("Police. Police"), "en", 8));

    private static List<uint> Read(string text, string language) =>
        [.. Ideas.Read(text, TermReader.Read(text), language, 1000).Select(t => t.Hash).Distinct().Order()];
}
