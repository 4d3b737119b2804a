namespace Stemma.Text;

/// <summary>A sentence as a range of tokens.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index just past its last token.</param>
/// <param name="Paragraph">Index of the paragraph it stands in.</param>
internal readonly record struct SentenceRange(int First, int Last, int Paragraph);
