namespace Stemma.Storage;

/// <summary>How an alert reaches its reader.</summary>
public enum TargetKind
{
    Mail = 0,

    /// <summary>A signed request to an address of the reader's.</summary>
    Webhook = 1,

    /// <summary>A notification of a browser (RFC 8030).</summary>
    Push = 2,
}
