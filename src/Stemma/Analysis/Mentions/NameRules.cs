namespace Stemma.Analyzing;

/// <summary>What a language tells the finder of names.</summary>
internal sealed record NameRules
{
    /// <summary>Lower-case words that may stand inside a name: "van", "bin", "de".</summary>
    public required IReadOnlySet<string> Particles { get; init; }

    /// <summary>Lower-case words that join the parts of an organisation's name: "of", "for", "and".</summary>
    public required IReadOnlySet<string> OrganisationLinks { get; init; }

    /// <summary>Lower-case words that make a name an organisation's: "university", "party".</summary>
    public required IReadOnlySet<string> OrganisationWords { get; init; }

    /// <summary>Lower-case titles in addition to the shared list, one or more words each.</summary>
    public required IReadOnlyDictionary<string, Gender> Titles { get; init; }

    /// <summary>Capitalised words, in lower case, that are never part of a name: days, months, "I".</summary>
    public required IReadOnlySet<string> NeverNames { get; init; }

    /// <summary>Whether a lower-case noun is what a person is: "developer", "spokeswoman".</summary>
    public required Func<string, bool> IsRole { get; init; }

    /// <summary>How outlets are named.</summary>
    public required PressWords Press { get; init; }

    /// <summary>Whether common nouns are capitalised too, so that a capital alone tells nothing.</summary>
    public bool NounsAreCapitalised { get; init; }

    /// <summary>Lower-case forms of verbs of speech: a name beside one is a person's.</summary>
    public required Func<string, bool> IsSpeechVerb { get; init; }
}
