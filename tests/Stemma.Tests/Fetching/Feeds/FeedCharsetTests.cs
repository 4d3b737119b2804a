using System.Text;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Bytes become the text their writer meant, whoever is wrong about them.</summary>
public sealed class FeedCharsetTests
{
    static FeedCharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-2")]
    [InlineData("windows-1250")]
    [InlineData("IBM037")]
    public void The_declared_character_set_is_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var title = name == "IBM037" ? "Zoé ça" : "Žižkov";
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\"?><rss version='2.0'><channel><title>{title}</title></channel></rss>";

        var plain = FeedsRead.Parse(encoding.GetBytes(text));
        Assert.Equal(title, plain.Feed!.Title!.Value);
        Assert.Empty(plain.Faults);

        Assert.Equal(title, FeedsRead.Parse([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Feed!.Title!.Value);
    }

    [Fact]
    public void Utf8_wins_over_a_server_that_says_otherwise()
    {
        var result = FeedsRead.Parse("<rss version='2.0'><channel><title>Über Größe</title></channel></rss>", mediaType: "text/xml", charset: "iso-8859-1");

        Assert.Equal("Über Größe", result.Feed!.Title!.Value);
        Assert.Equal([FeedFaultKind.WrongCharset], result.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void A_feed_that_is_not_the_utf8_it_says_is_read_as_windows_1252()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Über “Größe” – naïve</title></channel></rss>");
        var result = FeedsRead.Parse(bytes);

        Assert.Equal("Über “Größe” – naïve", result.Feed!.Title!.Value);
        Assert.Contains(FeedFaultKind.WrongCharset, result.Faults.Select(f => f.Kind));
    }

    [Theory]
    [InlineData("koi8-r", "Мост через гавань может закрыться уже в июне, сообщает городская газета")]
    [InlineData("windows-1251", "Мост через гавань может закрыться уже в июне, сообщает городская газета")]
    [InlineData("shift_jis", "港の橋は六月に閉鎖される可能性があると地元の新聞が報じています")]
    [InlineData("euc-jp", "港の橋は六月に閉鎖される可能性があると地元の新聞が報じています")]
    [InlineData("euc-kr", "항구의 다리는 유월에 폐쇄될 수 있다고 지역 신문이 보도했다")]
    [InlineData("gb18030", "港口的大桥可能在六月关闭，当地报纸说这是市政府的一个决定，他们还没有时间")]
    [InlineData("windows-1253", "Η γέφυρα του λιμανιού μπορεί να κλείσει τον Ιούνιο, γράφει η τοπική εφημερίδα")]
    [InlineData("windows-1252", "Le pont du port pourrait être fermé en juin, écrit la gazette de la région")]
    public void A_character_set_nobody_tells_is_guessed(string name, string title)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes($"<rss version='2.0'><channel><title>{title}</title></channel></rss>");
        var result = FeedsRead.Parse(bytes);

        Assert.Equal(title, result.Feed!.Title!.Value);
        Assert.Contains(FeedFaultKind.GuessedCharset, result.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Bytes_taken_for_characters_are_mended()
    {
        Assert.Equal("don’t", FeedsRead.Item("<title>don&#146;t</title>").Title!.Value);
        Assert.Equal("wait…", FeedsRead.Item("<title>wait&#226;&#128;&#166;</title>").Title!.Value);
    }

    [Fact]
    public void A_last_character_cut_off_does_not_change_the_others()
    {
        var bytes = Encoding.UTF8.GetBytes("<rss version='2.0'><channel><title>Größe é");

        Assert.Equal("Größe", FeedsRead.Parse(bytes[..^1]).Feed!.Title!.Value);
    }
}
