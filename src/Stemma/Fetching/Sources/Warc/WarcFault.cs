namespace Stemma.Fetching;

/// <summary>Why a record cannot be read.</summary>
internal enum WarcFault
{
    None,

    /// <summary>Bytes that are no record; reading goes on at the next one.</summary>
    Garbage,

    /// <summary>The file ends inside the record.</summary>
    Cut,

    /// <summary>The block is longer than the limit; it is passed over.</summary>
    TooLong,
}
