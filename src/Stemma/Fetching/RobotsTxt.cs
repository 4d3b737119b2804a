using System.Globalization;
using System.Text;

namespace Stemma.Fetching;

/// <summary>
/// A robots.txt file (RFC 9309): which paths a machine of a given name may read. Common misspellings of the line names and a
/// missing colon are understood, as the large crawlers do.
/// </summary>
public sealed class RobotsTxt
{
    /// <summary>Bytes of a file that are read; the RFC asks for 500 KiB at least.</summary>
    public const int MaxBytes = 500 * 1024;

    private readonly List<RobotsRule> _rules = [];

    private RobotsTxt()
    {
    }

    /// <summary>Everything is allowed: there is no file, or its server refuses it (4xx).</summary>
    public static RobotsTxt AllowAll { get; } = new();

    /// <summary>Nothing is allowed: the file exists but cannot be had (5xx, no connection), so that nobody knows.</summary>
    public static RobotsTxt DisallowAll { get; } = Read("user-agent: *\ndisallow: /"u8, "*");

    /// <summary>The time the site wants between two requests; null where it does not say.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>The sitemaps it names, as written; they hold for all machines.</summary>
    public IReadOnlyList<string> Sitemaps { get; private set; } = [];

    /// <summary>Reads a file for one machine. Never throws; linear in its length.</summary>
    /// <param name="bytes">The file; past <see cref="MaxBytes"/> it is not read.</param>
    /// <param name="agent">
    /// The machine's product token, such as <c>Stemma</c>: groups of that name hold; where there is none, those of <c>*</c>.
    /// </param>
    public static RobotsTxt Read(ReadOnlySpan<byte> bytes, string agent)
    {
        if (bytes.Length > MaxBytes)
        {
            // A line cut in its middle would be another rule.
            bytes = bytes[..(bytes[..MaxBytes].LastIndexOfAny((byte)'\n', (byte)'\r') + 1)];
        }
        var text = Encoding.UTF8.GetString(bytes);
        var reader = new RobotsGroupReader(RobotsGroupReader.Token(agent));
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            reader.Take(line);
        }
        var robots = new RobotsTxt { Sitemaps = reader.Sitemaps };
        var group = reader.HasOwn ? reader.Own : reader.Any;
        robots._rules.AddRange(group.Rules);
        robots.CrawlDelay = group.Delay;
        return robots;
    }

    /// <summary>Whether an address may be read. The most specific rule decides, on a tie the one that allows (RFC 9309, 2.2.2).</summary>
    public bool Allows(Uri url) => url.AbsolutePath == "/robots.txt" || Allows(Escape(url.PathAndQuery));

    /// <summary>The same for a path with its query, percent-encoded as it is sent.</summary>
    internal bool Allows(string path)
    {
        var (length, isAllowed) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Pattern.Length >= length && (rule.Pattern.Length > length || rule.IsAllow) && RobotsPattern.Matches(rule.Pattern, path))
            {
                (length, isAllowed) = (rule.Pattern.Length, rule.IsAllow);
            }
        }
        return isAllowed;
    }

    /// <summary>Percent-encodes what is not ASCII, and writes existing escapes in capitals, so that patterns and paths compare.</summary>
    internal static string Escape(string path)
    {
        if (!path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.Contains('%', StringComparison.Ordinal))
        {
            return path;
        }
        var escaped = new StringBuilder(path.Length + 16);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                escaped.Append('%').Append(char.ToUpperInvariant(path[i + 1])).Append(char.ToUpperInvariant(path[i + 2]));
                i += 2;
            }
            else if (path[i] is > ' ' and <= '~')
            {
                escaped.Append(path[i]);
            }
            else
            {
                var isPair = char.IsHighSurrogate(path[i]) && i + 1 < path.Length && char.IsLowSurrogate(path[i + 1]);
                foreach (var b in Encoding.UTF8.GetBytes(path.Substring(i, isPair ? 2 : 1)))
                {
                    escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
                }
                i += isPair ? 1 : 0;
            }
        }
        return escaped.ToString();
    }
}
