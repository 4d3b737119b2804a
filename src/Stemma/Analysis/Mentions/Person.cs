namespace Stemma.Analyzing;

/// <summary>A person named in one article.</summary>
internal sealed class Person(string name, string surname)
{
    /// <summary>The fullest usual form of the name in the article.</summary>
    public string Name { get; set; } = name;

    /// <summary>The last part of the name, in lower case.</summary>
    public string Surname { get; } = surname;

    public Gender Gender { get; set; }

    /// <summary>How often the full form stands in the text.</summary>
    public int FullCount { get; set; }

    /// <summary>Whether more than a surname is known.</summary>
    public bool IsFull { get; set; }

    /// <summary>Lower-case parts of the name before the surname.</summary>
    public IReadOnlyList<string> GivenNames { get; set; } = [];

    /// <summary>Lower-case describing nouns the text gives the person: "president", "governor".</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);
}
