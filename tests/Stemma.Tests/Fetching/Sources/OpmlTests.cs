using System.Text;
using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Sources;

public sealed class OpmlTests
{
    [Fact]
    public void Feeds_are_read_with_their_folders()
    {
        var list = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><head><title>My &amp; yours</title></head><body>
              <outline text="News"><outline text="World">
                <outline type="rss" text="The Paper" xmlUrl="https://paper.example/feed?a=1&amp;b=2" htmlUrl="https://paper.example/"/>
              </outline></outline>
              <outline text="Loose" xmlurl='feed://loose.example/rss'/>
              <outline text="Tagged" xmlUrl="https://tagged.example/rss" category="/Science/Space,other"/>
            </body></opml>
            """);
        Assert.Equal("My & yours", list.Title);
        Assert.Equal(
            ["https://paper.example/feed?a=1&b=2", "http://loose.example/rss", "https://tagged.example/rss"],
            list.Feeds.Select(f => f.Url.AbsoluteUri));
        Assert.Equal(["News", "World"], list.Feeds[0].Folders);
        Assert.Equal("https://paper.example/", list.Feeds[0].SiteUrl!.AbsoluteUri);
        Assert.Empty(list.Feeds[1].Folders);
        Assert.Equal(["Science", "Space"], list.Feeds[2].Folders);
    }

    [Fact]
    public void A_broken_list_gives_what_it_holds()
    {
        var list = Read("""
            <opml><body><outline text="A & B"><outline title="One" xmlUrl="https://one.example/a&b">
            <outline xmlUrl="javascript:alert(1)"/><outline xmlUrl=""/>
            <outline title="Two" xmlUrl=https://two.example/rss></outline>
            </outline></outline></outline></outline>
            <outline title="One again" xmlUrl="https://one.example/a&b"/><outline title="Cut" xmlUrl="https://three.exam
            """);
        Assert.Equal(["https://one.example/a&b", "https://two.example/rss"], list.Feeds.Select(f => f.Url.AbsoluteUri));
        Assert.Equal(["A & B"], list.Feeds[0].Folders);
        Assert.Equal(["javascript:alert(1)"], list.LeftOut);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        OpmlFeed[] feeds =
        [
            new(new Uri("https://paper.example/feed?a=1&b=2"), "Paper <&> \"quotes\" \u0001\U0001F600", new Uri("https://paper.example/"), ["News", "World"]),
            new(new Uri("https://other.example/rss"), null, null, []),
            new(new Uri("https://third.example/rss"), "Third", null, ["News"]),
        ];
        var text = OpmlWriter.Write("List", feeds, new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var list = Read(text);
        Assert.Equal("List", list.Title);
        Assert.Equal(feeds.Select(f => f.Url).Order(Urls), list.Feeds.Select(f => f.Url).Order(Urls));
        Assert.Equal("Paper <&> \"quotes\" \U0001F600", list.Feeds.Single(f => f.Url.Host == "paper.example").Title);
        Assert.Equal(["News", "World"], list.Feeds.Single(f => f.Url.Host == "paper.example").Folders);
        Assert.Equal(["News"], list.Feeds.Single(f => f.Url.Host == "third.example").Folders);
    }

    [Fact]
    public void Depth_and_noise_do_no_harm()
    {
        Assert.Empty(Read(string.Concat(Enumerable.Repeat("<outline text='x'>", 100_000))).Feeds);
        Assert.Single(Read(string.Concat(Enumerable.Repeat("<outline text='x'>", 100_000)) + "<outline xmlUrl='https://a.example/'/>").Feeds);
        var random = new Random(3);
        var noise = new byte[50_000];
        random.NextBytes(noise);
        OpmlReader.Read(noise);
        OpmlReader.Read([]);
    }

    private static readonly IComparer<Uri> Urls = Comparer<Uri>.Create((a, b) => string.CompareOrdinal(a.AbsoluteUri, b.AbsoluteUri));

    private static OpmlList Read(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text));
}
