namespace Stemma.Analyzing;

/// <summary>How a language speaks of outlets.</summary>
internal sealed record PressWords
{
    /// <summary>Lower-case last words of outlets' names: "times", "gazette".</summary>
    public required IReadOnlySet<string> NameWords { get; init; }

    /// <summary>Endings of outlets' names in one word: "zeitung".</summary>
    public IReadOnlyList<string> NameEndings { get; init; } = [];

    /// <summary>Common nouns that stand for an outlet: "newspaper".</summary>
    public required IReadOnlySet<string> Nouns { get; init; }

    /// <summary>Nouns that stand before the name of an agency: "Nachrichtenagentur kdn".</summary>
    public required IReadOnlySet<string> AgencyNouns { get; init; }

    /// <summary>Nouns for what an outlet publishes: "report".</summary>
    public required IReadOnlySet<string> Works { get; init; }

    /// <summary>Nouns that make a company of an outlet's noun: "newspaper chain".</summary>
    public IReadOnlySet<string> CompanyNouns { get; init; } = new HashSet<string>();

    /// <summary>Verbs beside a common word that make an outlet of it: "told Variety", "Variety reported".</summary>
    public IReadOnlySet<string> Reports { get; init; } = new HashSet<string>();

    /// <summary>Short names of outlets that mostly mean something else: "the Republican".</summary>
    public IReadOnlySet<string> Doubtful { get; init; } = new HashSet<string>();

    /// <summary>Definite articles and the like.</summary>
    public required IReadOnlySet<string> Articles { get; init; }
}
