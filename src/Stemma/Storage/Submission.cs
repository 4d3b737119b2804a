using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An article handed in, before its text is read: an entry of a feed, a page, a line of an archive.</summary>
public sealed record Submission
{
    /// <summary>Its feed; null where it came by another way.</summary>
    public FeedId? Feed { get; init; }

    /// <summary>Its identity within the feed, which outlives edits; null without a feed.</summary>
    public string? EntryKey { get; init; }

    /// <summary>The address of its page; null where there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>The outlet as far as the source knows it.</summary>
    public string? Outlet { get; init; }

    public string Title { get; init; } = "";

    public string? Author { get; init; }

    public Moment? Published { get; init; }

    /// <summary>ISO 639-1, as far as the source tells.</summary>
    public string? Language { get; init; }

    /// <summary>How it begins, as plain text, for lists until it is read; empty for nothing.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What the source itself holds of it: the entry's HTML, the page's bytes. Null where only the address is known.</summary>
    public FetchedDocument? Document { get; init; }

    /// <summary>Whether <see cref="Document"/> is the page itself, or only what a feed says of it.</summary>
    public DocumentOrigin Origin { get; init; } = DocumentOrigin.Page;

    /// <summary>Whether the page is to be fetched.</summary>
    public bool WantsPage { get; init; }

    /// <summary>Equal for two submissions that say the same: tells an edit from a repetition.</summary>
    public long Digest => ContentId.Of(Title, Excerpt, Author ?? "", Url?.AbsoluteUri ?? "",
        Document is null ? "" : Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Document.Content.Span)));

    /// <summary>
    /// The id of the article: by its address without what only tracks readers, else by feed and key, else by its bytes. So one
    /// page that two feeds list is one article.
    /// </summary>
    public ArticleId Id => new(Url is { } url ? ContentId.Of("article", AddressKey.Of(url))
        : Feed is { } feed && EntryKey is { } key ? ContentId.Of("entry", feed.ToString(), key)
        : ContentId.Of("bytes", Document?.Source ?? "", Title));
}
