using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Extraction;

namespace Stemma.Tests.Extraction;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("<meta charset=euc-jp>", "euc-jp")]
    [InlineData("<!-- <meta charset=euc-jp> --><meta charset=iso-8859-2>", "iso-8859-2")]
    [InlineData("<a title='<meta charset=euc-jp>'><meta charset=iso-8859-2>", "iso-8859-2")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251")]
    [InlineData("<meta content='text/html; charset=windows-1251'>", "windows-1252")]
    [InlineData("<meta name=x charset = \"latin1\" >", "windows-1252")]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("<meta charset=nonsense>", "windows-1252")]
    [InlineData("<meta charset=euc-jp", "windows-1252")]
    [InlineData("<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r")]
    public void The_page_names_its_encoding_where_browsers_look_for_it(string page, string expected) =>
        Assert.Equal(expected, PageDecoder.OfPage(Encoding.ASCII.GetBytes(page))?.WebName ?? "windows-1252");

    [Fact]
    public void A_label_that_the_bytes_belie_gives_way_to_a_second_one()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<meta charset=utf-8><meta charset=windows-1251><p>"), 0xC8, 0xED, 0xED, 0xE0];
        Assert.EndsWith("Инна", PageDecoder.Decode(page, null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sniffing_cases_of_the_standard_suite_come_out_as_listed()
    {
        var path = Path.Combine(Repository.Shared, "data", "feeds", "html5lib_encoding.jsonl");
        Assert.SkipUnless(File.Exists(path), "The labelled data are not beside the repository.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        List<string> wrong = [];
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var bytes = Convert.FromHexString(row.RootElement.GetProperty("hex").GetString()!);
            var expected = row.RootElement.GetProperty("encoding").GetString()!.ToLower(CultureInfo.InvariantCulture);
            var (chosen, mark) = PageDecoder.Choose(bytes, null);
            // Without a mark the suite asks what the page names; that bytes may prove to be UTF-8 beyond that is our own rule.
            var found = mark > 0 ? chosen.WebName : PageDecoder.OfPage(bytes)?.WebName ?? "windows-1252";
            if (found != expected)
            {
                wrong.Add($"{bytes.Length} bytes, {expected} not {found}: {Encoding.Latin1.GetString(bytes)}");
            }
        }
        Assert.Equal("", string.Join("\n", wrong.Select(w => w.Length > 900 ? w[^900..] : w)));
    }
}
