namespace Stemma.Fetching;

/// <summary>Makes the addresses in feeds whole and keeps those out that execute.</summary>
internal static class FeedAddresses
{
    /// <summary>A whole address, or the address as written where nothing tells what it is relative to; null for none or an unsafe one.</summary>
    public static string? Resolve(string? address, string? against)
    {
        if (address is null)
        {
            return null;
        }
        address = Clean(address);
        if (address.Length == 0)
        {
            return null;
        }
        if (SchemeLength(address) is > 0 and var length)
        {
            var scheme = address.AsSpan(0, length);
            if (scheme.Equals("feed", StringComparison.OrdinalIgnoreCase))
            {
                // feed:https://… and feed://… are how browsers once asked for a reader.
                var rest = address[(length + 1)..];
                return rest.StartsWith("//", StringComparison.Ordinal) ? "http:" + rest : Resolve(rest, against);
            }
            if (Executes(scheme))
            {
                return null;
            }
            // Browsers take any number of slashes there for two.
            return address.AsSpan(length).StartsWith(":///", StringComparison.Ordinal) && scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                ? $"{scheme}://{address.AsSpan(length + 1).TrimStart('/')}"
                : address;
        }
        return against is not null && Uri.TryCreate(against, UriKind.Absolute, out var whole)
            && Uri.TryCreate(whole, address, out var resolved)
            ? resolved.AbsoluteUri
            : address;
    }

    /// <summary>The address that addresses below an element are relative to, given what the element says and what holds around it.</summary>
    public static string? Base(string? said, string? around)
    {
        if (said is null || Resolve(said, around) is not { } whole)
        {
            return around;
        }
        return Uri.TryCreate(whole, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "ftp" or "file"
            ? whole
            : around ?? whole;
    }

    /// <summary>Length of the scheme, 0 where the address has none.</summary>
    public static int SchemeLength(ReadOnlySpan<char> address)
    {
        if (address.Length == 0 || !char.IsAsciiLetter(address[0]))
        {
            return 0;
        }
        for (var i = 1; i < address.Length; i++)
        {
            if (address[i] == ':')
            {
                return i;
            }
            if (!char.IsAsciiLetterOrDigit(address[i]) && address[i] is not ('+' or '-' or '.'))
            {
                return 0;
            }
        }
        return 0;
    }

    /// <summary>The address as browsers see it: control characters, and white space at its ends, left out.</summary>
    public static string Clean(string address)
    {
        address = address.Trim();
        if (address.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0)
        {
            return address;
        }
        return string.Concat(address.Where(c => c > '\u001f'));
    }

    private static bool Executes(ReadOnlySpan<char> scheme) =>
        scheme.Equals("javascript", StringComparison.OrdinalIgnoreCase) || scheme.Equals("vbscript", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("data", StringComparison.OrdinalIgnoreCase) || scheme.Equals("livescript", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("blob", StringComparison.OrdinalIgnoreCase) || scheme.Equals("mocha", StringComparison.OrdinalIgnoreCase);
}
