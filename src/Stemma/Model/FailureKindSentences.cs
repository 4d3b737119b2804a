namespace Stemma.Model;

/// <summary>The sentence for people of each <see cref="FailureKind"/>.</summary>
public static class FailureKindSentences
{
    /// <summary>What failed and what to do next, in one line.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="detail">What was found, put in brackets; null for nothing.</param>
    public static string Sentence(this FailureKind kind, string? detail)
    {
        var sentence = kind switch
        {
            FailureKind.NotFound => "no such file or folder; check the path",
            FailureKind.NoPermission => "may not be read; check its permissions",
            FailureKind.Unreadable => "could not be read; check the disk and the path",
            FailureKind.Empty => "is empty; nothing to read",
            FailureKind.TooLarge => "is too large for a page; split it, or give the article alone",
            FailureKind.NotText => "is not text; give an HTML page or plain text",
            FailureKind.Pdf => "is a PDF, which is not read; save it as HTML or plain text",
            FailureKind.UnsupportedType => "is of a type that holds no article; give an HTML page or plain text",
            FailureKind.NoArticle => "holds no article; give the page of one article",
            FailureKind.NoFeed => "holds no feed; give the address of an RSS, Atom or JSON feed",
            FailureKind.TooComplex => "is nested or marked up beyond any real page; save it as plain text",
            FailureKind.TimedOut => "took too long; try again later",
            FailureKind.HttpStatus => "the server did not give the page; open it in a browser to see why",
            FailureKind.Network => "the server could not be reached; check the address and the network",
            FailureKind.BadAddress => "is not an http or https address; check the spelling",
            FailureKind.TooManyRedirects => "redirects in circles; open it in a browser to see why",
            FailureKind.Bug => "could not be handled; please report this with the file",
            FailureKind.PrivateAddress => "leads into a private network, which is not asked; allow it in the settings if you mean it",
            FailureKind.NameNotFound => "no server has that name; check the spelling and the network",
            FailureKind.SecureConnection => "the secure connection failed; open it in a browser to see why",
            FailureKind.BadResponse => "the server's answer is not proper HTTP; try again later",
            FailureKind.HeadersTooLarge => "the server's answer has headers beyond any real page; tell its operator",
            FailureKind.TooSlow => "the server sent too slowly; try again later",
            FailureKind.Truncated => "the server broke off before the end; try again later",
            FailureKind.BadEncoding => "the server's compression could not be undone; try again later",
            FailureKind.TooCompressed => "unpacks to many times its size, as no real page does; it is not read",
            FailureKind.Denied => "the server does not give this to Stemma; open it in a browser to see why",
            FailureKind.Gone => "is gone for good, says its server; it is not asked again",
            FailureKind.TooManyRequests => "the server asks to be asked less often; it is given time",
            FailureKind.ServerError => "the server has a fault of its own; it is tried again later",
            FailureKind.RobotsDisallowed => "the site's robots.txt asks machines not to read this; open it in a browser",
            FailureKind.BadRecord => "one entry could not be read and was left out; the others were read",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return detail is null ? sentence : $"{sentence} ({detail})";
    }
}
