namespace Stemma.Model;

/// <summary>Why an item was not taken in. A closed list: each value has its sentence for people.</summary>
public enum FailureKind
{
    NotFound,
    NoPermission,
    Unreadable,
    Empty,
    TooLarge,
    NotText,
    Pdf,
    UnsupportedType,
    NoArticle,
    NoFeed,
    TooComplex,
    TimedOut,
    HttpStatus,
    Network,
    BadAddress,
    TooManyRedirects,
    Bug,

    /// <summary>The address leads into the user's own network, or to another that the open web has no business with.</summary>
    PrivateAddress,

    /// <summary>The name server knows no such host.</summary>
    NameNotFound,

    /// <summary>TLS could not be set up: certificate, host name, or no TLS at all.</summary>
    SecureConnection,

    /// <summary>The server broke the rules of HTTP.</summary>
    BadResponse,

    /// <summary>More response headers, or longer ones, than any real server sends.</summary>
    HeadersTooLarge,

    /// <summary>The body came slower than the slowest acceptable rate.</summary>
    TooSlow,

    /// <summary>The body ended before the length the server announced.</summary>
    Truncated,

    /// <summary>The content coding is unknown, or the bytes are not what it says.</summary>
    BadEncoding,

    /// <summary>The body unpacks to many times its size: a decompression bomb.</summary>
    TooCompressed,

    /// <summary>Status 401, 402, 403, 407, 451.</summary>
    Denied,

    /// <summary>Status 410: the address will not come back and is asked no more.</summary>
    Gone,

    /// <summary>Status 429: asked too often.</summary>
    TooManyRequests,

    /// <summary>A status of 500 and above.</summary>
    ServerError,

    /// <summary>The site's robots.txt asks machines not to read this page.</summary>
    RobotsDisallowed,

    /// <summary>A record of an archive, a line of a file or an entry of a list that could not be read; the rest was.</summary>
    BadRecord,
}
