namespace Stemma.Model;

/// <summary>A sentence of an article.</summary>
/// <param name="Span">The sentence without the white space around it.</param>
/// <param name="Paragraph">Index into the article's paragraphs.</param>
/// <param name="Modality">How the outlet stands to what it says.</param>
/// <param name="ModalitySpan">The words that decide the modality; null for asserted.</param>
public sealed record Sentence(TextSpan Span, int Paragraph, Modality Modality, TextSpan? ModalitySpan);
