namespace Stemma.Fetching;

/// <summary>The sentence for people of each <see cref="FeedFaultKind"/>.</summary>
public static class FeedFaultKindSentences
{
    /// <summary>What is wrong and what was done about it, in one line.</summary>
    public static string Sentence(this FeedFaultKind kind) => kind switch
    {
        FeedFaultKind.WrongCharset => "is not in the character set it is said to be in; another one that fits was used",
        FeedFaultKind.GuessedCharset => "does not say its character set; it was guessed from the bytes",
        FeedFaultKind.UndecodableBytes => "holds bytes that are no characters; they were replaced",
        FeedFaultKind.WrongMediaType => "is served as a type that is no feed; it was read as one all the same",
        FeedFaultKind.JunkBefore => "has text before the feed begins; it was passed over",
        FeedFaultKind.JunkAfter => "goes on after the feed ends; the rest was passed over",
        FeedFaultKind.CutShort => "ends before it is complete; what was there was read",
        FeedFaultKind.MismatchedTag => "has tags that do not match; they were closed where they must have ended",
        FeedFaultKind.UndeclaredPrefix => "uses a namespace prefix it does not declare; the usual meaning was taken",
        FeedFaultKind.UndeclaredEntity => "uses a named character it does not declare; the meaning in HTML was taken",
        FeedFaultKind.BareAmpersand => "has & where &amp; must stand; it was read as the sign itself",
        FeedFaultKind.BareLessThan => "has < where &lt; must stand; it was read as the sign itself",
        FeedFaultKind.BadAttribute => "has attributes that are not written properly; they were read as far as it goes",
        FeedFaultKind.ControlCharacter => "holds control characters; they were left out",
        FeedFaultKind.EntityDefinition => "defines entities that are long or rest on others; they were not expanded",
        FeedFaultKind.TooDeep => "is nested deeper than any real feed; the inner levels were read as one",
        FeedFaultKind.TooManyNodes => "has more elements than any real feed; the rest was passed over",
        FeedFaultKind.TooManyEntries => "has more entries than are read at once; the rest was passed over",
        FeedFaultKind.BadDate => "has dates that could not be understood; they are kept as written",
        FeedFaultKind.BadJson => "is not well-formed JSON; what could be read was taken",
        FeedFaultKind.RepeatedId => "gives several entries the same id; their addresses tell them apart instead",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
