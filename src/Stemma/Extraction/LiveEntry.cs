using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>One post of a live page.</summary>
/// <param name="Headline">Its own headline; empty where it has none.</param>
/// <param name="Paragraphs">Its text.</param>
/// <param name="Published">When it was posted; null where the page does not tell.</param>
/// <param name="Bylines">Who wrote it, where the post itself says so.</param>
/// <param name="Url">Its own address; null where it has none.</param>
/// <param name="Dropped">What was left out of it, and as what.</param>
internal sealed record LiveEntry(
    string Headline, IReadOnlyList<string> Paragraphs, Moment? Published, IReadOnlyList<string> Bylines, Uri? Url,
    IReadOnlyList<DroppedBlock> Dropped)
{
    public int Words => Paragraphs.Sum(p => WordCounter.Count(p));
}
