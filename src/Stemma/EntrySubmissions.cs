using System.Text;
using System.Text.Encodings.Web;
using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;
using Stemma.Storage;

namespace Stemma;

/// <summary>Turns the entries of a feed into submissions: what they say as it stands, and whether their pages are wanted.</summary>
internal sealed class EntrySubmissions(OutletRegistry outlets)
{
    /// <summary>A feed that gives so much text gives all of it: summaries stay below 800 characters in nine of ten feeds.</summary>
    private const int WholeTextChars = 1800;

    private const int ExcerptSourceChars = 1500;

    /// <summary>The entries as submissions, the oldest first, so that the newest end up last in the order of arrival.</summary>
    /// <param name="feed">The feed they stand in, as it is kept.</param>
    /// <param name="read">The same as it was read.</param>
    /// <param name="now">When; nothing in it counts as published later than this.</param>
    public IReadOnlyList<Submission> Of(FeedRecord feed, Feed read, DateTimeOffset now) =>
        [.. read.Entries.Reverse().Select(e => Of(feed, read, e, now)).DistinctBy(static s => s.EntryKey)];

    /// <summary>The address, if it is one of the web.</summary>
    public static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private Submission Of(FeedRecord feed, Feed read, FeedEntry entry, DateTimeOffset now)
    {
        var url = AddressOf(entry.Link);
        var text = entry.Contents.Where(static c => c.Source is null).MaxBy(static c => c.Value.Length) is { } content
            && content.Value.Length >= (entry.Summary?.Value.Length ?? 0) ? content : entry.Summary;
        var published = entry.When?.Moment;
        var language = Language(text?.Language ?? entry.Language ?? read.Language);
        var summary = entry.Summary ?? text;
        return new Submission
        {
            Feed = feed.Id,
            EntryKey = entry.Key,
            Url = url,
            Outlet = (url is null ? null : outlets.FindByHost(url.Host)?.Name) ?? entry.Source?.Title?.ToText() ?? NameOf(feed, read),
            Title = entry.Title?.ToText() ?? "",
            Author = entry.Authors.Select(static a => a.Name).FirstOrDefault(static n => !string.IsNullOrWhiteSpace(n)),
            // A day is a little longer than a day somewhere on earth; later than that is a mistake of the feed.
            Published = published is { } at && at.At <= now.AddHours(at.HasTime ? 1 : 26) ? published : null,
            Language = language,
            Excerpt = summary is null ? "" : (summary with { Value = Clip(summary.Value) }).ToText(),
            Document = text is null or { Value.Length: 0 } ? null : new FetchedDocument
            {
                Source = url?.AbsoluteUri ?? feed.Address.AbsoluteUri,
                Url = url,
                Content = Encoding.UTF8.GetBytes(text.IsHtml ? text.Value : Paragraphs(text.Value)),
                MediaType = "text/html",
                Charset = "utf-8",
                FetchedAt = now,
            },
            Origin = DocumentOrigin.Feed,
            WantsPage = url is not null && feed.Pages switch
            {
                PagePolicy.Always => true,
                PagePolicy.Never => false,
                _ => text is null || LettersOf(text.Value) < WholeTextChars,
            },
        };
    }

    private static string? NameOf(FeedRecord feed, Feed read) =>
        feed.Named ?? (read.Title?.ToText() is { Length: > 0 } title ? title : null);

    private static string? Language(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] is '-' or '_')
            ? tag[..2].ToLowerInvariant() : null;

    private static string Clip(string text) => text.Length <= ExcerptSourceChars ? text : text[..ExcerptSourceChars];

    private static string Paragraphs(string text) =>
        string.Concat(text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(static p => $"<p>{HtmlEncoder.Default.Encode(p.Trim())}</p>\n"));

    /// <summary>Characters outside tags: near enough to tell a summary from a whole text, and as fast as counting.</summary>
    private static int LettersOf(string html)
    {
        var letters = 0;
        var inTag = false;
        foreach (var c in html)
        {
            inTag = c == '<' || (inTag && c != '>');
            letters += inTag || char.IsWhiteSpace(c) ? 0 : 1;
        }
        return letters;
    }
}
