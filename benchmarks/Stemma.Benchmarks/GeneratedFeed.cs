namespace Stemma.Benchmarks;

/// <summary>A feed as the generator makes it for one round.</summary>
/// <param name="Url">Its address; the host differs from feed to feed.</param>
/// <param name="Content">Its document, UTF-8.</param>
/// <param name="Entries">Entries in it.</param>
/// <param name="Revision">Counts its changes; the same revision is the same document.</param>
public sealed record GeneratedFeed(Uri Url, byte[] Content, int Entries, int Revision);
