namespace Stemma.Model;

/// <summary>What a mention names.</summary>
public enum MentionKind
{
    Person,
    Organisation,
    Place,
    Outlet,

    /// <summary>A name whose kind the text does not tell.</summary>
    Other,
}
