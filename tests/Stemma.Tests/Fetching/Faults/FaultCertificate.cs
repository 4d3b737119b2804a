namespace Stemma.Tests.Fetching.Faults;

/// <summary>How a server proves itself.</summary>
internal enum FaultCertificate
{
    /// <summary>It speaks plain HTTP.</summary>
    None,

    /// <summary>Signed by an authority the fetcher trusts, for the right name.</summary>
    Good,

    /// <summary>Signed by an authority the fetcher trusts, for another name.</summary>
    WrongHost,

    /// <summary>Signed by an authority the fetcher trusts, out of date.</summary>
    Expired,

    /// <summary>Signed by nobody.</summary>
    SelfSigned,
}
