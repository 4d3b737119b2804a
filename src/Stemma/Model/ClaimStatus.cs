namespace Stemma.Model;

/// <summary>How a claim stands. There is no truth score: only who says what on whose word.</summary>
public enum ClaimStatus
{
    /// <summary>The texts do not tell on whose word.</summary>
    Unclear,

    /// <summary>Reported, on the word of the roots named.</summary>
    Reported,

    /// <summary>A second independent root has it, or the party itself confirms it.</summary>
    Confirmed,

    /// <summary>The party denies it.</summary>
    Denied,

    /// <summary>The party declined to comment on it.</summary>
    Declined,

    /// <summary>Accounts or parties contradict one another.</summary>
    Disputed,
}
