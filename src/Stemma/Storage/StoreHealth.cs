namespace Stemma.Storage;

/// <summary>How the store stands: what <c>stemma doctor</c> tells.</summary>
public sealed record StoreHealth
{
    /// <summary><c>ok</c>, or what SQLite's own check found.</summary>
    public required IReadOnlyList<string> Integrity { get; init; }

    /// <summary>Number of the last migration.</summary>
    public required int Form { get; init; }

    public required long FileBytes { get; init; }

    public required long Feeds { get; init; }

    public required long FailingFeeds { get; init; }

    public required long Articles { get; init; }

    public required long AwaitPage { get; init; }

    public required long AwaitReading { get; init; }

    public required long Failed { get; init; }

    /// <summary>What went wrong with articles, the commonest first, with how many.</summary>
    public required IReadOnlyList<(string Failure, long Articles)> Failures { get; init; }

    public required long Stories { get; init; }

    /// <summary>Stories whose brief is behind their accounts.</summary>
    public required long StoriesBehind { get; init; }

    public required long Versions { get; init; }

    /// <summary>Articles that await reading and have no bytes: always 0.</summary>
    public required long WithoutBytes { get; init; }

    public bool IsWhole => Integrity is ["ok"] && WithoutBytes == 0;
}
