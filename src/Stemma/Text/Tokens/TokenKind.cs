namespace Stemma.Text;

/// <summary>What sort of characters a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, also with inner hyphens, apostrophes and points: "vice-president", "U.S.".</summary>
    Word,

    /// <summary>Digits with their separators: "1,000", "3.5".</summary>
    Number,

    /// <summary>A quotation mark of any script.</summary>
    Mark,

    /// <summary>Every other sign.</summary>
    Punctuation,
}
