using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>An entry keeps its key whatever happens to its title.</summary>
public sealed class FeedKeyTests
{
    [Fact]
    public void The_key_survives_an_edit_of_the_title()
    {
        foreach (var identity in (string[])
        [
            "<guid>gazette-1</guid>",
            "<link>https://gazette.example/merrow</link>",
            "<pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate>",
            "<enclosure url='https://gazette.example/a.mp3'/>",
        ])
        {
            var before = FeedsRead.Item($"<title>Bridge may close</title><description>a</description>{identity}");
            var after = FeedsRead.Item($"<title>Bridge will close</title><description>b</description>{identity}");

            Assert.Equal(before.Key, after.Key);
            Assert.NotEmpty(before.Key);
        }
    }

    [Fact]
    public void Ways_to_the_same_page_have_one_key()
    {
        string Key(string link) => FeedsRead.Item($"<link>{link.Replace("&", "&amp;", StringComparison.Ordinal)}</link>").Key;

        Assert.Equal(Key("https://gazette.example/a?id=1"), Key("http://Gazette.example:80/a?utm_source=rss&id=1&fbclid=x"));
        Assert.NotEqual(Key("https://gazette.example/a?id=1"), Key("https://gazette.example/a?id=2"));
        Assert.NotEqual(Key("https://gazette.example/live#1"), Key("https://gazette.example/live#2"));
    }

    [Fact]
    public void A_number_behind_the_address_counts_editions_unless_entries_share_the_page()
    {
        string Key(int edition) => FeedsRead.Item($"<link>https://a.example/bridge?utm_source=x</link><guid isPermaLink='false'>https://a.example/bridge#{edition}</guid>").Key;
        Assert.Equal(Key(0), Key(3));

        var live = FeedsRead.Rss(string.Concat(Enumerable.Range(1, 2).Select(i => $"<item><link>https://a.example/live</link><guid>https://a.example/live#{i}</guid></item>")));
        Assert.Equal(2, live.Entries.Select(e => e.Key).Distinct().Count());
    }

    [Fact]
    public void Entries_with_nothing_but_the_same_time_stay_apart()
    {
        var feed = FeedsRead.Rss("<item><title>A</title><pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate></item><item><title>B</title><pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate></item>");
        var turned = FeedsRead.Rss("<item><title>B</title><pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate></item><item><title>A</title><pubDate>Mon, 05 May 2031 06:10:00 GMT</pubDate></item>");

        Assert.Equal(2, feed.Entries.Select(e => e.Key).Distinct().Count());
        Assert.Equal(feed.Entries[0].Key, turned.Entries[1].Key);
    }

    [Fact]
    public void An_id_that_many_share_is_no_id()
    {
        var result = FeedsRead.Parse("<rss version='2.0'><channel>" + string.Concat(Enumerable.Range(1, 4).Select(i => $"<item><guid>0</guid><link>https://a.example/{i}</link></item>")) + "</channel></rss>");

        Assert.Equal(4, result.Feed!.Entries.Select(e => e.Key).Distinct().Count());
        Assert.Equal([FeedFaultKind.RepeatedId], result.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void A_guid_is_the_address_unless_it_says_it_is_not()
    {
        Assert.Equal("https://a.example/1", FeedsRead.Item("<guid>https://a.example/1</guid>").Link);
        Assert.Null(FeedsRead.Item("<guid isPermaLink='false'>https://a.example/1</guid>").Link);
        Assert.Equal("https://a.example/2", FeedsRead.Item("<guid>https://a.example/1</guid><link>https://a.example/2</link>").Link);
    }
}
