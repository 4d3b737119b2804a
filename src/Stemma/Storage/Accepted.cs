namespace Stemma.Storage;

/// <summary>What came of handing articles in. All of them are on the disk when this is answered.</summary>
/// <param name="Fresh">Articles not seen before.</param>
/// <param name="Changed">Known ones that say something else now, and will be read again.</param>
/// <param name="Known">The rest.</param>
public readonly record struct Accepted(int Fresh, int Changed, int Known);
