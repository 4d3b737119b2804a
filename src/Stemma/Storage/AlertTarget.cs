namespace Stemma.Storage;

/// <summary>Where a reader's alerts go.</summary>
public sealed record AlertTarget
{
    public required long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required ReaderScope Scope { get; init; }

    public required TargetKind Kind { get; init; }

    /// <summary>A mail address, or a URL.</summary>
    public required string Address { get; init; }

    /// <summary>Webhook: the key of its signature. Push: the browser's public key (65 bytes) and its secret (16). Mail: null.</summary>
    public byte[]? Secret { get; init; }

    /// <summary>Mail: the code that was sent there, until its reader has given it; null once it was, and for other kinds.</summary>
    public string? Code { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last, in words; null while well.</summary>
    public string? Failure { get; init; }

    /// <summary>When it was given up; null while it is tried.</summary>
    public DateTimeOffset? OffAt { get; init; }
}
