using Stemma.Extraction;

namespace Stemma.Tests.Extraction;

public class BylineReaderTests
{
    private readonly BylineReader _reader = BylineReader.Default;

    [Theory]
    [InlineData("Written By")]
    [InlineData("Posted on")]
    [InlineData("3 min read")]
    [InlineData("Leave a comment")]
    [InlineData("Ein Artikel von")]
    [InlineData("Donnerstag")]
    [InlineData("Lund Bicycles GmbH")]
    [InlineData("Lund) Harbour")]
    public void What_stands_around_a_name_is_none(string text)
    {
        Assert.False(_reader.CanBeName(text));
        Assert.Empty(_reader.ReadLoosely(text));
    }

    [Theory]
    [InlineData("By Md Karim Uddin", "Md Karim Uddin")]
    [InlineData("By Ada Lund, MD", "Ada Lund")]
    [InlineData("Ada Lund, harbour editor - 10+ years in shipping", "Ada Lund")]
    [InlineData("By K A", "")]
    [InlineData("Artikel von Ada van der Lund", "Ada van der Lund")]
    public void Names_are_told_from_what_stands_with_them(string byline, string expected) =>
        Assert.Equal(expected, string.Join("; ", _reader.Read(byline, isDeclared: false)));

    [Theory]
    [InlineData("Ada & Ole", "Ada; Ole")]
    [InlineData("Ada Lund, London", "Ada Lund")]
    [InlineData("What changes in the harbour and Lund", "")]
    [InlineData("Anónimo", "")]
    public void One_word_is_a_name_only_where_nothing_but_such_names_stands(string byline, string expected) =>
        Assert.Equal(expected, string.Join("; ", _reader.Read(byline, isDeclared: true)));

    [Theory]
    [InlineData("Reviewed by ", true)]
    [InlineData("| Fact-checked by ", true)]
    [InlineData("Fotos: ", true)]
    [InlineData("Written by ", false)]
    [InlineData("Edited and written by ", false)]
    [InlineData("", false)]
    public void The_words_before_a_name_tell_what_its_bearer_did(string before, bool isOther) =>
        Assert.Equal(isOther, _reader.SpeaksOfOtherWork(before));
}
