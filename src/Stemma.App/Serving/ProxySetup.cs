using System.Net;

namespace Stemma.App.Serving;

/// <summary>The proxies in front of the server whose word is taken.</summary>
/// <param name="Trusted">Their addresses.</param>
/// <param name="Header">The header in which they name who reads; null where they do not.</param>
internal sealed record ProxySetup(IReadOnlyList<IPNetwork> Trusted, string? Header)
{
    /// <summary>Whether a connection comes from one of them.</summary>
    public bool IsTrusted(IPAddress? peer)
    {
        if (peer is null)
        {
            return false;
        }
        var address = peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer;
        for (var i = 0; i < Trusted.Count; i++)
        {
            if (Trusted[i].Contains(address))
            {
                return true;
            }
        }
        return false;
    }
}
