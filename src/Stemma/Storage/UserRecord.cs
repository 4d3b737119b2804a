namespace Stemma.Storage;

/// <summary>A person who reads.</summary>
public sealed record UserRecord
{
    /// <summary>The one person on this machine, who is there from the beginning.</summary>
    public const long First = 1;

    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null: cannot sign in with a password.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Whether they may add people.</summary>
    public bool IsAdmin { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last visit but for the present one.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>JSON, known to the pages alone.</summary>
    public string Settings { get; init; } = "{}";
}
