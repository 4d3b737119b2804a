using System.Text;
using Stemma.Model;

namespace Stemma.Tests.Extraction;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("", FailureKind.Empty)]
    [InlineData("  \n\t ", FailureKind.Empty)]
    [InlineData("%PDF-1.7 and so on", FailureKind.Pdf)]
    [InlineData("{\"a\": [1, 2, 3]}", FailureKind.UnsupportedType)]
    [InlineData("body{color:red}p{margin:0;padding:0}a{x:y;z:w;u:v}b{c:d;e:f;g:h}", FailureKind.UnsupportedType)]
    [InlineData("<html><body><nav><a href=/>Home</a> <a href=/b>Sport</a></nav></body></html>", FailureKind.NoArticle)]
    [InlineData("Home\nSport\nContact", FailureKind.NoArticle)]
    [InlineData("<html></html>", FailureKind.NoArticle)]
    public void What_holds_no_article_is_one_failure_of_the_right_kind(string content, FailureKind expected)
    {
        var result = Pages.Extract(content);
        Assert.Empty(result.Articles);
        Assert.Equal(expected, result.Failure?.Kind);
        Assert.StartsWith("page: ", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_files_and_pictures_are_not_text()
    {
        byte[] noise = new byte[4000];
        new Random(3).NextBytes(noise);
        Assert.Equal(FailureKind.NotText, Pages.Extract(noise).Failure?.Kind);
        Assert.Equal(FailureKind.UnsupportedType, Pages.Extract([0x89, 0x50, 0x4E, 0x47, 1, 2, 3]).Failure?.Kind);
        Assert.Equal(FailureKind.UnsupportedType, Pages.Extract("x", "image/png").Failure?.Kind);
        Assert.Equal(FailureKind.TooLarge, Pages.Extract(Enumerable.Repeat((byte)'a', 13_000_000).ToArray()).Failure?.Kind);
    }

    [Theory]
    [InlineData("utf-8", "<meta charset=utf-8>")]
    [InlineData("windows-1252", "<meta charset=iso-8859-1>")]
    [InlineData("windows-1252", "")]
    [InlineData("utf-8", "<meta charset=iso-8859-1>")]
    [InlineData("utf-16", "")]
    [InlineData("windows-1251", "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>")]
    public void The_encoding_is_found_even_where_the_page_is_wrong_about_it(string encoding, string meta)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = encoding == "windows-1251" ? Pages.ThreeParagraphs.Replace("Ines Falk", "Инна Фальк").Replace('“', '"').Replace('”', '"') : Pages.ThreeParagraphs;
        var encoder = Encoding.GetEncoding(encoding);
        var article = Assert.Single(Pages.Extract([.. encoder.GetPreamble(), .. encoder.GetBytes(Pages.Html(body, meta))], "text/html").Articles);
        Assert.Contains(encoding == "windows-1251" ? "Инна Фальк" : "“It was that or a bus", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Stray_bytes_do_not_turn_a_utf8_page_into_another_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes(Pages.Html(string.Concat(Enumerable.Repeat(Pages.ThreeParagraphs, 20))));
        bytes[^200] = 0xE9;
        Assert.Contains("“It was that", Assert.Single(Pages.Extract(bytes, "text/html").Articles).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_and_cut_pages_never_throw_and_keep_their_spans_in_the_text()
    {
        var random = new Random(20261124);
        var page = Encoding.UTF8.GetBytes(Pages.Html(Pages.ThreeParagraphs, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[{\"name\":\"A B\"}]}</script>"));
        for (var round = 0; round < 2000; round++)
        {
            var bytes = page.AsSpan(0, random.Next(page.Length)).ToArray();
            for (var m = random.Next(12); m > 0 && bytes.Length > 0; m--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "<>\"'&/= {}[]"[random.Next(12)]);
            }
            var result = Pages.Extract(bytes, round % 2 == 0 ? "text/html" : null);
            Assert.True(result.Failure?.Kind != FailureKind.Bug, result.Failure?.Message);
            Assert.Equal(result.Articles.Count == 0, result.Failure is not null);
            Assert.All(result.Articles, a => Assert.All(a.Paragraphs, p => Assert.True(p.Start >= 0 && p.End <= a.Text.Length && !p.IsEmpty)));
        }
    }
}
