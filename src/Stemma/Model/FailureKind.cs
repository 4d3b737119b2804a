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
}
