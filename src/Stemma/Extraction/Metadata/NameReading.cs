namespace Stemma.Extraction;

/// <summary>How names were read out of a byline.</summary>
internal enum NameReading
{
    /// <summary>Every part has the shape of a person's name.</summary>
    Strict,

    /// <summary>Parts are taken as they stand: teams, log-in names, small letters.</summary>
    Loose,

    /// <summary>The text is one name, whatever "and" stands in it.</summary>
    Whole,
}
