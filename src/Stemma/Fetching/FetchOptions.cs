using System.Net;

namespace Stemma.Fetching;

/// <summary>Limits on what one document may cost, and how politely addresses are asked.</summary>
public sealed record FetchOptions
{
    /// <summary>What Stemma calls itself, honestly: the name robots.txt can address, and its version.</summary>
    public string UserAgent { get; init; } = "Stemma/0.1 (news reader; robots.txt name: Stemma)";

    /// <summary>Largest document read, in bytes after decompression. Of 2,723 real pages looked at the largest had 5 MB.</summary>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// Most a body may grow by decompression, as a factor, once it is past 1 MB: real pages stay under 30, zeros reach 1,000.
    /// </summary>
    public int MaxExpansion { get; init; } = 150;

    /// <summary>Longest time for one address over all redirects, from the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a connection, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Longest wait for the headers of an answer, connecting included.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Slowest acceptable body, in bytes a second on the average since its first byte.</summary>
    public int MinBytesPerSecond { get; init; } = 512;

    /// <summary>How long a body may be slower than <see cref="MinBytesPerSecond"/> before it is cut off.</summary>
    public TimeSpan SlowGrace { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Most response headers, in number. Real news sites send 15 to 45.</summary>
    public int MaxHeaders { get; init; } = 256;

    /// <summary>Largest response header section, in KB.</summary>
    public int MaxHeadersKilobytes { get; init; } = 64;

    /// <summary>Most redirects followed for one address.</summary>
    public int MaxRedirects { get; init; } = 8;

    /// <summary>Addresses asked at the same time, over all hosts.</summary>
    public int Concurrency { get; init; } = 6;

    /// <summary>Requests open at the same time to one host.</summary>
    public int ConnectionsPerHost { get; init; } = 2;

    /// <summary>Shortest time between the starts of two requests to one host; redirects within it do not wait.</summary>
    public TimeSpan DelayPerHost { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether loopback, private and shared addresses may be asked. Link-local and metadata addresses stay shut.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Networks that may be asked whatever they are; the way to open a single machine of one's own.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>The proxies to go through; none by default.</summary>
    public ProxySettings Proxy { get; init; } = ProxySettings.None;
}
