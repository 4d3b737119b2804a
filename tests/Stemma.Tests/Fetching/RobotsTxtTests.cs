using System.Text;
using System.Text.Json;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("user-agent: *\ndisallow: /private/", "/private/a", false)]
    [InlineData("user-agent: *\ndisallow: /private/", "/public", true)]
    [InlineData("user-agent: *\ndisallow: /\nuser-agent: stemma\nallow: /", "/a", true)]
    [InlineData("user-agent: stemma\nuser-agent: other\ndisallow: /x", "/x", false)]
    [InlineData("user-agent: other\ndisallow: /", "/x", true)]
    [InlineData("User-Agent: *\nDisallow:", "/x", true)]
    [InlineData("user-agent: *\ndisallow: /*.pdf$", "/a.pdf", false)]
    [InlineData("user-agent: *\ndisallow: /*.pdf$", "/a.pdf?x=1", true)]
    [InlineData("user-agent: *\ndisallow: /*?print=", "/a?b=1&print=1", true)]
    [InlineData("user-agent: *\ndisallow: /*print=", "/a?b=1&print=1", false)]
    [InlineData("user-agent: *\ndisallow: /news\nallow: /news/", "/news/1", true)]
    [InlineData("user-agent: *\ndisallow: /", "/robots.txt", true)]
    [InlineData("user-agent: *\ndisallow: /caf%c3%a9", "/caf\u00E9", false)]
    [InlineData("\uFEFFuser-agent: *\r\ndisallow: /x\r\n", "/x", false)]
    [InlineData("user-agent: *\rdisallow: /x", "/x", false)]
    [InlineData("user-agent *\ndisallow /x", "/x", false)]
    [InlineData("<html><body>Not found</body></html>", "/x", true)]
    public void The_most_specific_rule_of_the_right_group_decides(string file, string path, bool isAllowed) =>
        Assert.Equal(isAllowed, Read(file).Allows(new Uri("https://paper.example" + path)));

    [Fact]
    public void Delay_and_sitemaps_are_told()
    {
        var robots = Read("sitemap: https://paper.example/s.xml\nuser-agent: *\ncrawl-delay: 2.5\nuser-agent: other\ncrawl-delay: 9");
        Assert.Equal(TimeSpan.FromSeconds(2.5), robots.CrawlDelay);
        Assert.Equal(["https://paper.example/s.xml"], robots.Sitemaps);
    }

    [Fact]
    public void A_file_of_a_megabyte_of_stars_costs_no_time()
    {
        var file = "user-agent: *\n" + string.Concat(Enumerable.Repeat($"disallow: /{string.Concat(Enumerable.Repeat("*a", 60))}b\n", 8_000));
        var robots = Read(file);
        Assert.True(robots.Allows(new Uri("https://paper.example/" + new string('a', 8_000))));
    }

    [Fact]
    public void Noise_is_no_rule()
    {
        var random = new Random(7);
        var bytes = new byte[4096];
        for (var i = 0; i < 200; i++)
        {
            random.NextBytes(bytes);
            RobotsTxt.Read(bytes, "Stemma").Allows(new Uri("https://paper.example/a"));
        }
    }

    [Fact]
    public void The_decisions_at_hand_are_those_of_the_standard()
    {
        List<string> wrong = [];
        var count = 0;
        foreach (var line in File.ReadLines(LabelledData.Find("feeds", "robots_google.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            if (row.GetProperty("google_only").GetBoolean())
            {
                continue;
            }
            count++;
            var robots = RobotsTxt.Read(Encoding.UTF8.GetBytes(row.GetProperty("robots").GetString()!), row.GetProperty("agent").GetString()!);
            var path = row.GetProperty("url").GetString()!;
            path = path[(path.IndexOf("//", StringComparison.Ordinal) + 2)..];
            path = path.Contains('/', StringComparison.Ordinal) ? path[path.IndexOf('/', StringComparison.Ordinal)..] : "/";
            if (robots.Allows(path) != row.GetProperty("allowed").GetBoolean())
            {
                wrong.Add(line);
            }
        }
        Assert.Empty(wrong);
        Assert.True(count > 50);
    }

    private static RobotsTxt Read(string file) => RobotsTxt.Read(Encoding.UTF8.GetBytes(file), "Stemma/0.1 (test)");
}
