using Stemma.Model;

namespace Stemma.Storage;

/// <summary>
/// One piece of news for one reader: a headline word for word, whose it is, and what changed, as counts. Words around these are
/// chosen when it is told, in the reader's language.
/// </summary>
public sealed record AlertNews
{
    public required AlertNewsKind Kind { get; init; }

    /// <summary>The article that was found, or the newest account of the story.</summary>
    public ArticleId? Article { get; init; }

    public StoryId? Story { get; init; }

    /// <summary>The headline, verbatim.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whose headline it is; null where that is not known.</summary>
    public string? Outlet { get; init; }

    public string Language { get; init; } = "und";

    /// <summary>The search that found it, as typed; for a test of an address by a code: the code.</summary>
    public string Query { get; init; } = "";

    /// <summary>New accounts of the story since it was last told.</summary>
    public int NewAccounts { get; init; }

    /// <summary>Independent roots added since.</summary>
    public int NewRoots { get; init; }

    public int NewDenials { get; init; }

    public int NewConflicts { get; init; }

    /// <summary>Whether the denials are the story's first.</summary>
    public bool IsFirstDenial { get; init; }

    /// <summary>Whether the conflicts are the story's first.</summary>
    public bool IsFirstConflict { get; init; }

    /// <summary>Accounts of the story in all; 0 where it is not briefed.</summary>
    public int Accounts { get; init; }

    /// <summary>Its independent roots in all.</summary>
    public int Roots { get; init; }

    public DateTimeOffset At { get; init; }
}
