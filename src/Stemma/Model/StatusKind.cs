namespace Stemma.Model;

/// <summary>What a party did about a matter.</summary>
public enum StatusKind
{
    Confirmed,
    Denied,

    /// <summary>"declined to comment", "would not say".</summary>
    Declined,

    /// <summary>"did not respond", "could not be reached".</summary>
    NoResponse,

    /// <summary>"neither confirmed nor denied", "did not dispute".</summary>
    Unclear,
}
