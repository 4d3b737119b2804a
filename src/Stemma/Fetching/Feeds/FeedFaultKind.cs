namespace Stemma.Fetching;

/// <summary>What is wrong with a feed that was read all the same. A closed list: each value has its sentence for people.</summary>
public enum FeedFaultKind
{
    /// <summary>The bytes are not in the character set they were said to be in.</summary>
    WrongCharset,

    /// <summary>The character set was guessed from the bytes, because nobody told it.</summary>
    GuessedCharset,

    /// <summary>Some bytes stand for no character and became U+FFFD.</summary>
    UndecodableBytes,

    /// <summary>The server calls it something that is no feed, such as plain text.</summary>
    WrongMediaType,
    JunkBefore,
    JunkAfter,
    CutShort,
    MismatchedTag,
    UndeclaredPrefix,
    UndeclaredEntity,
    BareAmpersand,
    BareLessThan,
    BadAttribute,
    ControlCharacter,
    EntityDefinition,
    TooDeep,
    TooManyNodes,
    TooManyEntries,
    BadDate,
    BadJson,

    /// <summary>Entries share one id although they are different ones, so it does not count as their id.</summary>
    RepeatedId,
}
