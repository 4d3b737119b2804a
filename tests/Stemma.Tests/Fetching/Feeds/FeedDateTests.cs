using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Dates as the world writes them.</summary>
public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 05 May 2031 06:10:00 GMT", "2031-05-05T06:10:00+00:00")]
    [InlineData("Mon, 05 May 2031 06:10:00 +0100", "2031-05-05T06:10:00+01:00")]
    [InlineData("5 May 31 06:10 EST", "2031-05-05T06:10:00-05:00")]
    [InlineData("Mon,05 May, 2031 6:10:00 UT", "2031-05-05T06:10:00+00:00")]
    [InlineData("Mon May  5 06:10:00 2031", "2031-05-05T06:10:00+00:00")]
    [InlineData("Mon May 05 06:10:00 PDT 2031", "2031-05-05T06:10:00-07:00")]
    [InlineData("Mon May 05 2031 06:10:00 GMT+0200 (Central European Summer Time)", "2031-05-05T06:10:00+02:00")]
    [InlineData("Monday, May 5th, 2031 at 6:10 pm EDT", "2031-05-05T18:10:00-04:00")]
    [InlineData("May 5, 2031 12:10AM", "2031-05-05T00:10:00+00:00")]
    [InlineData("5/17/2031 6:10:00 PM", "2031-05-17T18:10:00+00:00")]
    [InlineData("17/05/2031 06:10", "2031-05-17T06:10:00+00:00")]
    [InlineData("05.05.2031 06:10", "2031-05-05T06:10:00+00:00")]
    [InlineData("2031-05-05T06:10:00Z", "2031-05-05T06:10:00+00:00")]
    [InlineData("2031-05-05T06:10:00.123-0730", "2031-05-05T06:10:00-07:30")]
    [InlineData("2031-05-05 06:10:00 +0100", "2031-05-05T06:10:00+01:00")]
    [InlineData("20310505T061000Z", "2031-05-05T06:10:00+00:00")]
    [InlineData("20310505061000", "2031-05-05T06:10:00+00:00")]
    [InlineData("2031-W19-1", "2031-05-05")]
    [InlineData("2031-125", "2031-05-05")]
    [InlineData("2031-05-05T24:00:00Z", "2031-05-06T00:00:00+00:00")]
    [InlineData("2031-05-05T06:10:60Z", "2031-05-05T06:10:59+00:00")]
    [InlineData("2031-05-05", "2031-05-05")]
    [InlineData("2031-05", "2031-05-01")]
    [InlineData("Mon, 05 May 2031", "2031-05-05")]
    [InlineData("1935734400", "2031-05-05T08:00:00+00:00")]
    [InlineData("Mo, 05 Mai 2031 06:10:00 MESZ", "2031-05-05T06:10:00+02:00")]
    [InlineData("lun., 5 août 2031 06:10:00 +0200", "2031-08-05T06:10:00+02:00")]
    [InlineData("terça-feira, 06 de maio de 2031 06:10", "2031-05-06T06:10:00+00:00")]
    [InlineData("Пн, 05 мая 2031 06:10:00 +0300", "2031-05-05T06:10:00+03:00")]
    [InlineData("2031년 05월 05일 06:10:00", "2031-05-05T06:10:00+09:00")]
    [InlineData("2031年5月5日 06:10", "2031-05-05T06:10:00+00:00")]
    public void A_date_is_read(string text, string expected) => Assert.Equal(expected, FeedDateReader.Read(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31 Jun 2031 06:10:00 GMT")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("-0001-11-30T00:00:00+00:00")]
    [InlineData("2031-05-05T25:00:00Z")]
    [InlineData("2031-13-05")]
    [InlineData("Mon, 05 Foo 2031 06:10:00 GMT")]
    [InlineData("06:10:00")]
    [InlineData("2031-05-05T06:10:00+99:99")]
    [InlineData("1:2:3:4:5")]
    public void What_is_no_date_is_none(string text) => Assert.Null(FeedDateReader.Read(text));

    [Fact]
    public void No_noise_makes_the_reader_throw()
    {
        const string Alphabet = "0123456789-:/., TZ+WMonayJul년월é('\0";
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var noise = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            if (FeedDateReader.Read(noise) is { } moment)
            {
                Assert.InRange(moment.At.UtcDateTime.Year, 1, 9999);
            }
        }
    }
}
