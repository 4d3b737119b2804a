using System.Buffers;

namespace Stemma.Extraction;

/// <summary>Reads <see cref="LinkHints"/> off addresses.</summary>
internal static class LinkReader
{
    private static readonly SearchValues<string> Topics = SearchValues.Create(
        ["/tag/", "/tags/", "/topic", "/thema/", "/themen/", "/category/", "/categories/", "/keyword", "/label/", "/tema/", "/temas/", "/mot-cle", "/section/", "?tag=", "/hashtag/"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Authors = SearchValues.Create(
    [
        "/author/", "/authors/", "/auteur/", "/autor/", "/autoren/", "/autori/", "/staff/", "/reporter", "/journalist", "/contributor",
        "/profile/", "/person/", "/writers/", "/columnist", "/by/", "/team/", "/experts/",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Shares = SearchValues.Create(
        ["sharer", "/intent/", "/share", "mailto:", "whatsapp:", "wa.me/", "t.me/share", "pinterest.com/pin", "shareArticle", "print="], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Offers = SearchValues.Create(
        ["subscri", "newsletter", "donate", "/give", "signup", "sign-up", "login", "signin", "register", "membership", "abonn", "/abo", "apps.apple.", "play.google.", "/offer", "/shop", "/checkout", "?utm_campaign="], StringComparison.OrdinalIgnoreCase);

    /// <summary>What an address says of its link. Linear in the address, of which 300 characters are read.</summary>
    public static LinkHints Of(ReadOnlySpan<char> address, ReadOnlySpan<char> host)
    {
        address = address.Length > 300 ? address[..300] : address;
        if (address.Length == 0 || address[0] == '#' || address.StartsWith("javascript", StringComparison.OrdinalIgnoreCase))
        {
            return LinkHints.Here;
        }
        var hints = (address.ContainsAny(Topics) ? LinkHints.Topic : 0) | (IsAuthor(address) ? LinkHints.Author : 0)
            | (address.ContainsAny(Shares) ? LinkHints.Share : 0) | (address.ContainsAny(Offers) ? LinkHints.Offer : 0);
        var isWhole = address.StartsWith("http", StringComparison.OrdinalIgnoreCase) || address.StartsWith("//", StringComparison.Ordinal);
        var path = address;
        if (isWhole)
        {
            var start = address.IndexOf("//", StringComparison.Ordinal) + 2;
            var rest = address[start..];
            var end = rest.IndexOfAny('/', '?', '#');
            var linkHost = end < 0 ? rest : rest[..end];
            path = end < 0 ? "/" : rest[end..];
            hints |= host.Length > 0 && !linkHost.EndsWith(host, StringComparison.OrdinalIgnoreCase) ? LinkHints.Away : 0;
        }
        hints |= path is "/" ? LinkHints.Home : 0;
        var last = path[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        hints |= last.Count('-') >= 3 || last.Count('_') >= 3 || last.ContainsAnyInRange('0', '9') && last.Length >= 6 ? LinkHints.Story : 0;
        return hints;
    }

    /// <summary>Whether an address leads to the page of an author.</summary>
    public static bool IsAuthor(ReadOnlySpan<char> address) => address.ContainsAny(Authors);
}
