using System.Collections.Frozen;

namespace Stemma.Storage;

/// <summary>Makes one key of the several addresses of one page.</summary>
public static class AddressKey
{
    // Parameters that tell who sent a reader and change nothing of the page. Facts, from the analytics vendors' manuals.
    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "gclid", "dclid", "fbclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "cmp", "ito", "ref", "ref_src",
        "ns_mchannel", "ns_source", "ns_campaign", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
        "smid", "smtyp", "partner", "ocid", "ncid", "xtor", "wt_mc", "taid", "__twitter_impression", "_hsenc", "_hsmi");

    /// <summary>
    /// The address without scheme, <c>www.</c>, fragment, closing slash and tracking parameters; the parameters left over in
    /// their order. One pass.
    /// </summary>
    public static string Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            return address.ToString();
        }
        var host = address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;
        var port = address.IsDefaultPort ? "" : ":" + address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var path = address.AbsolutePath.TrimEnd('/');
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsTelling).ToList();
        return host + port + path + (kept.Count > 0 ? "?" + string.Join('&', kept) : "");
    }

    /// <summary>Whether two addresses belong to one site: their hosts differ at most by names in front, such as <c>amp.</c></summary>
    public static bool IsOneSite(Uri a, Uri b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (one, other) = (Bare(a.Host), Bare(b.Host));
        return one == other || one.EndsWith("." + other, StringComparison.Ordinal) || other.EndsWith("." + one, StringComparison.Ordinal);
    }

    private static string Bare(string host)
    {
        foreach (var front in (ReadOnlySpan<string>)["www.", "m.", "amp."])
        {
            if (host.StartsWith(front, StringComparison.Ordinal))
            {
                return host[front.Length..];
            }
        }
        return host;
    }

    private static bool IsTelling(string parameter)
    {
        var name = parameter.AsSpan(0, parameter.IndexOf('=') is >= 0 and var end ? end : parameter.Length);
        return !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            && !Tracking.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
