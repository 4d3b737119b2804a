namespace Stemma.Model;

/// <summary>Whether an account shows reporting of its own.</summary>
public enum FirstHand
{
    Unclear,
    No,
    Yes,
}
