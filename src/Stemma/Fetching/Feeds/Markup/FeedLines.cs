namespace Stemma.Fetching;

/// <summary>Tells in which line a position stands.</summary>
internal sealed class FeedLines(string source)
{
    /// <summary>Line, from 1. Linear in <paramref name="at"/>: asked at most once for each kind of fault.</summary>
    public int Of(int at) => source.AsSpan(0, Math.Min(at, source.Length)).Count('\n') + 1;
}
