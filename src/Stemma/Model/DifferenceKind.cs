namespace Stemma.Model;

/// <summary>In what accounts differ.</summary>
public enum DifferenceKind
{
    Number,
    Date,
    Name,

    /// <summary>What somebody or something is called or classed as.</summary>
    Designation,

    /// <summary>A word that holds a statement open stands in one account and not in the other.</summary>
    Qualifier,

    /// <summary>What is said to have been done.</summary>
    Wording,
}
