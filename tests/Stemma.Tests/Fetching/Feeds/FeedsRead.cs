using System.Text;
using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Feeds;

/// <summary>Short ways to read a feed in a test.</summary>
internal static class FeedsRead
{
    public static FeedResult Parse(string xml, string? url = null, string? mediaType = null, string? charset = null) =>
        Parse(Encoding.UTF8.GetBytes(xml), url, mediaType, charset);

    public static FeedResult Parse(byte[] bytes, string? url = null, string? mediaType = null, string? charset = null) =>
        new FeedParser().Parse(new FetchedDocument
        {
            Source = "test",
            Url = url is null ? null : new Uri(url),
            Content = bytes,
            MediaType = mediaType,
            Charset = charset,
            FetchedAt = DateTimeOffset.UnixEpoch,
        });

    /// <summary>The feed of RSS 2.0 with this channel.</summary>
    public static Feed Rss(string channel) => Parse($"<rss version='2.0'><channel>{channel}</channel></rss>").Feed!;

    /// <summary>The only entry of RSS 2.0.</summary>
    public static FeedEntry Item(string item) => Rss($"<item>{item}</item>").Entries.Single();

    /// <summary>The only entry of Atom 1.0.</summary>
    public static FeedEntry Entry(string entry, string? url = null) =>
        Parse($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry></feed>", url).Feed!.Entries.Single();

    public static IEnumerable<FeedFaultKind> Faults(string xml, string? mediaType = null) => Parse(xml, null, mediaType).Faults.Select(f => f.Kind);
}
