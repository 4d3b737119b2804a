using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Stemma.Fetching;

/// <summary>
/// Decides which IP addresses may be connected to: what is not reachable from the open internet is refused, so that neither
/// a feed nor a redirect can make Stemma ask a machine of its owner's network. Judges addresses, never names: a name is judged
/// by what it resolves to, at the moment of connecting.
/// </summary>
/// <param name="allowPrivate">Whether loopback, private and shared addresses are allowed.</param>
/// <param name="allowed">Networks that are allowed whatever they are.</param>
public sealed class AddressGuard(bool allowPrivate, IReadOnlyList<IPNetwork> allowed)
{
    // IANA's special-purpose registries (RFC 6890 and later entries): what is not globally reachable.
    // Where a range is the user's own network, the option opens it; the others stay shut.
    private static readonly (uint Network, int Bits, bool IsPrivate, string What)[] Special4 =
    [
        (Of(0, 0, 0, 0), 8, true, "this host"),
        (Of(10, 0, 0, 0), 8, true, "private"),
        (Of(100, 64, 0, 0), 10, true, "shared by a carrier"),
        (Of(127, 0, 0, 0), 8, true, "loopback"),
        (Of(168, 63, 129, 16), 32, false, "cloud metadata"),
        (Of(169, 254, 0, 0), 16, false, "link-local"),
        (Of(172, 16, 0, 0), 12, true, "private"),
        (Of(192, 0, 0, 0), 24, false, "reserved"),
        (Of(192, 0, 2, 0), 24, false, "for documentation"),
        (Of(192, 88, 99, 0), 24, false, "a 6to4 relay"),
        (Of(192, 168, 0, 0), 16, true, "private"),
        (Of(198, 18, 0, 0), 15, false, "for benchmarks"),
        (Of(198, 51, 100, 0), 24, false, "for documentation"),
        (Of(203, 0, 113, 0), 24, false, "for documentation"),
        (Of(224, 0, 0, 0), 4, false, "multicast"),
        (Of(240, 0, 0, 0), 4, false, "reserved"),
    ];

    /// <summary>The guard that options describe.</summary>
    public static AddressGuard Of(FetchOptions options) => new(options.AllowPrivateAddresses, options.AllowedNetworks);

    /// <summary>
    /// The networks a person opens by naming addresses in them: who types <c>http://127.0.0.1:8000/</c> means it, and only a
    /// redirect or a link could make Stemma go there unasked.
    /// </summary>
    /// <param name="inputs">What was typed: addresses, among other things.</param>
    public static IReadOnlyList<IPNetwork> NamedBy(IEnumerable<string> inputs)
    {
        List<IPNetwork> networks = [];
        foreach (var input in inputs)
        {
            if (!Uri.TryCreate(input, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                continue;
            }
            if (HostAddress(url) is { } address)
            {
                networks.Add(new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
            else if (url.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            {
                networks.AddRange([new IPNetwork(IPAddress.Loopback, 32), new IPNetwork(IPAddress.IPv6Loopback, 128)]);
            }
        }
        return networks;
    }

    /// <summary>Why an address may not be asked, in a few words ("loopback"); null where it may.</summary>
    public string? Refusal(IPAddress address)
    {
        // A scope id names an interface of this machine, not another network.
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        for (var i = 0; i < allowed.Count; i++)
        {
            if (allowed[i].Contains(address))
            {
                return null;
            }
        }
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var length);
        return length == 4 ? Refusal4(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : Refusal6(bytes);
    }

    /// <summary>Why an address cannot be asked, where its host is an IP address in any spelling; null where it may or is a name.</summary>
    public string? Refusal(Uri url) => HostAddress(url) is { } address ? Refusal(address) : null;

    /// <summary>The IP address a host spells, in the forms that system resolvers take (octal, hexadecimal, short); null for a name.</summary>
    internal static IPAddress? HostAddress(Uri url) =>
        url.IdnHost is { Length: > 0 } host && IPAddress.TryParse(host.TrimEnd('.'), out var address) ? address : null;

    private string? Refusal4(uint address)
    {
        foreach (var (network, bits, isPrivate, what) in Special4)
        {
            if ((address ^ network) >> (32 - bits) == 0 || bits == 0)
            {
                return allowPrivate && isPrivate ? null : what;
            }
        }
        return null;
    }

    // Only 2000::/3 is given out as global unicast; everything outside it is refused but for the forms that carry an IPv4
    // address to judge.
    private string? Refusal6(ReadOnlySpan<byte> a)
    {
        if (a[..15].IndexOfAnyExcept((byte)0) < 0 && a[15] <= 1)
        {
            return allowPrivate ? null : "loopback";
        }
        if (a.StartsWith((ReadOnlySpan<byte>)[0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]))
        {
            // NAT64 (RFC 6052): where only IPv6 is spoken every IPv4 server is reached so.
            return Embedded(a[12..], "NAT64");
        }
        if (a[0] is 0xFC or 0xFD)
        {
            return a.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x00, 0x0E, 0xC2]) ? "cloud metadata" : allowPrivate ? null : "private";
        }
        if (a[0] >> 5 != 1)
        {
            return a[0] == 0xFF ? "multicast" : a[0] == 0xFE ? "link-local" : "reserved";
        }
        return (BinaryPrimitives.ReadUInt32BigEndian(a), a[0], a[1]) switch
        {
            (0x2001_0000, _, _) => "a Teredo tunnel",
            (0x2001_0DB8, _, _) => "for documentation",
            ( >= 0x2001_0000 and <= 0x2001_01FF, _, _) => "reserved",
            (_, 0x20, 0x02) => Embedded(a[2..], "6to4"),
            ( >= 0x3FFF_0000 and <= 0x3FFF_0FFF, _, _) => "for documentation",
            _ => null,
        };
    }

    private string? Embedded(ReadOnlySpan<byte> address, string form) =>
        Refusal4(BinaryPrimitives.ReadUInt32BigEndian(address)) is { } what ? $"{what}, as {form}" : null;

    private static uint Of(uint a, uint b, uint c, uint d) => (a << 24) | (b << 16) | (c << 8) | d;

    /// <summary>Whether sockets can be made for an address of this kind.</summary>
    internal static bool IsUsable(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => true,
        AddressFamily.InterNetworkV6 => Socket.OSSupportsIPv6,
        _ => false,
    };
}
