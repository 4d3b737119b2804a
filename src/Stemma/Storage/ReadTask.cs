using Stemma.Model;

namespace Stemma.Storage;

/// <summary>An accepted article whose text is to be read, with all that is known of it beside its bytes.</summary>
public sealed record ReadTask
{
    /// <summary>Its place in the order of arrival.</summary>
    public required long Seq { get; init; }

    public required ArticleId Article { get; init; }

    public Uri? Url { get; init; }

    public string? Outlet { get; init; }

    public string Title { get; init; } = "";

    public string? Author { get; init; }

    public Moment? Published { get; init; }

    public string? Language { get; init; }

    /// <summary>Its bytes: the page where it was fetched, else what the feed said.</summary>
    public required FetchedDocument Document { get; init; }

    public required DocumentOrigin Origin { get; init; }

    /// <summary>What the feed said, where the page was fetched too; read if the page holds no article.</summary>
    public FetchedDocument? Entry { get; init; }

    /// <summary>The article as read before; null for a fresh one. It becomes a version if the text has changed.</summary>
    public Article? Before { get; init; }
}
