using System.Net;
using System.Text;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>The entries of a feed as things to be taken in.</summary>
internal static class FeedItems
{
    /// <summary>A link for each entry that has a page, the entry's own text for each that has none; or the one failure.</summary>
    /// <param name="document">The feed.</param>
    /// <param name="isOffline">Whether no page can be asked for: then the entries' own texts are all there is.</param>
    public static IEnumerable<SourceItem> Of(FetchedDocument document, bool isOffline)
    {
        var parsed = new FeedParser().Parse(document);
        if (parsed.Feed is not { } feed)
        {
            yield return new SourceItem { Failure = parsed.Failure ?? new ItemFailure(document.Source, FailureKind.BadRecord) };
            yield break;
        }
        foreach (var entry in feed.Entries)
        {
            var hints = new ItemHints
            {
                Id = entry.Key,
                Title = entry.Title?.ToText(),
                Outlet = feed.Title?.ToText(),
                Language = entry.Language ?? feed.Language,
                Published = entry.Published?.Text,
                Updated = entry.Updated?.Text,
            };
            var link = LinkOf(entry, document.Url);
            if (link is not null && !isOffline)
            {
                yield return new SourceItem { Link = link, Hints = hints };
            }
            else if ((entry.Contents.FirstOrDefault(c => c.Value.Length > 0) ?? entry.Summary) is { Value.Length: > 0 } text)
            {
                yield return new SourceItem { Document = Page(document, link, entry, text, hints), Hints = hints };
            }
        }
    }

    private static Uri? LinkOf(FeedEntry entry, Uri? feed)
    {
        if (entry.Link is not { Length: > 0 } text)
        {
            return null;
        }
        return (feed is null ? Uri.TryCreate(text, UriKind.Absolute, out var link) : Uri.TryCreate(feed, text, out link))
            && link.Scheme is "http" or "https" ? link : null;
    }

    // An entry is a page without its head: this puts back what the feed says of it, for the extraction to read as of any page.
    private static FetchedDocument Page(FetchedDocument feed, Uri? link, FeedEntry entry, FeedText text, ItemHints hints)
    {
        var html = new StringBuilder("<!doctype html><html");
        Append(html, " lang=\"{0}\"", hints.Language);
        html.Append("><head>");
        Append(html, "<title>{0}</title>", hints.Title);
        Append(html, "<meta property=\"og:site_name\" content=\"{0}\">", hints.Outlet);
        Append(html, "<meta property=\"article:published_time\" content=\"{0}\">", entry.Published?.Moment?.At.ToString("O") ?? hints.Published);
        foreach (var author in entry.Authors)
        {
            Append(html, "<meta name=\"author\" content=\"{0}\">", author.Name);
        }
        html.Append("</head><body><article>");
        Append(html, "<h1>{0}</h1>", hints.Title);
        html.Append(text.IsHtml ? text.Value : $"<p>{WebUtility.HtmlEncode(text.Value)}</p>").Append("</article></body></html>");
        return new FetchedDocument
        {
            Source = link?.AbsoluteUri ?? $"{feed.Source}#{entry.Key}",
            Url = link,
            Content = Encoding.UTF8.GetBytes(html.ToString()),
            MediaType = "text/html",
            Charset = "utf-8",
            FetchedAt = feed.FetchedAt,
        };
    }

    private static void Append(StringBuilder html, string form, string? value)
    {
        if (value is { Length: > 0 })
        {
            html.Append(form.Replace("{0}", WebUtility.HtmlEncode(value), StringComparison.Ordinal));
        }
    }
}
