namespace Stemma.Storage;

/// <summary>What is searched for, read from what a person typed by <see cref="SearchQueryReader"/>.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed.</summary>
    public required string Text { get; init; }

    /// <summary>The words that must or must not stand there, in the index's own language; null where only dates are asked for.</summary>
    public string? Match { get; init; }

    /// <summary>Words that must not stand there, where <see cref="Match"/> is null; null for none.</summary>
    public string? Without { get; init; }

    /// <summary>The words to mark in what was found, in lower case; a closing star stands for any ending.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Feeds and folders asked for: every one of these must hold.</summary>
    public IReadOnlyList<SearchSources> Sources { get; init; } = [];

    /// <summary>Whether it asks for anything at all.</summary>
    public bool Asks => Match is not null || After is not null || Before is not null || Sources.Any(static s => !s.IsNot);

    /// <summary>Published on this day or later.</summary>
    public DateTimeOffset? After { get; init; }

    /// <summary>Published before this day.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>By relevance among the newest matches; else the newest first.</summary>
    public bool ByRelevance { get; init; }

    public int Limit { get; init; } = 30;

    /// <summary>Leaves out so many of the first.</summary>
    public int Skip { get; init; }

    /// <summary>Whose marks the lines carry.</summary>
    public ReaderScope Scope { get; init; }

    /// <summary>What of it could not be understood, in words; empty for a sound query.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
