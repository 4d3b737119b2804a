using System.Net;

namespace Stemma.Fetching;

/// <summary>Follows the redirects of one request: where it is, where it may go, and what of it is for good.</summary>
/// <param name="start">The address asked for.</param>
internal sealed class RedirectChain(Uri start)
{
    // Some sites set a cookie and send the reader back to the same page: without it they would do so for ever. Cookies live
    // as long as the chain, so nobody can recognise Stemma by them.
    private readonly CookieContainer _cookies = new(capacity: 40, perDomainCapacity: 20, maxCookieSize: 4096);
    private readonly HashSet<string> _seen = [start.IsAbsoluteUri ? start.AbsoluteUri : start.OriginalString];
    private bool _isPermanent = true;

    /// <summary>The address to ask now.</summary>
    public Uri Url { get; private set; } = start;

    /// <summary>Redirects followed.</summary>
    public int Hops { get; private set; }

    /// <summary>The end of the permanent redirects the chain began with; null for none.</summary>
    public Uri? PermanentUrl { get; private set; }

    /// <summary>Whether what is now said of <see cref="Url"/> holds for the address asked for as well.</summary>
    public bool IsPermanent => _isPermanent;

    /// <summary>The Cookie header for <see cref="Url"/>; null for none.</summary>
    public string? CookieHeader => _cookies.Count > 0 && _cookies.GetCookieHeader(Url) is { Length: > 0 } cookies ? cookies : null;

    /// <summary>Goes on to where an answer points; false where that closes a circle.</summary>
    /// <param name="next">An http or https address.</param>
    /// <param name="status">The status that sent there.</param>
    /// <param name="setCookies">The Set-Cookie headers of the answer.</param>
    public bool Follow(Uri next, int status, IEnumerable<string> setCookies)
    {
        var had = CookiesOf(next);
        foreach (var cookie in setCookies.Take(40))
        {
            try
            {
                _cookies.SetCookies(Url, cookie);
            }
            catch (CookieException)
            {
                // A malformed cookie is none.
            }
        }
        _isPermanent &= status is 301 or 308;
        // Whoever can answer in the clear must not move a feed off https for good.
        if (_isPermanent && (next.Scheme == Uri.UriSchemeHttps || Url.Scheme == Uri.UriSchemeHttp))
        {
            PermanentUrl = next;
        }
        else
        {
            _isPermanent = false;
        }
        Url = next;
        Hops++;
        return _seen.Add(next.AbsoluteUri) || CookiesOf(next) != had;
    }

    private string CookiesOf(Uri url) => _cookies.Count > 0 ? _cookies.GetCookieHeader(url) : "";
}
