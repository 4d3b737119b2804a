namespace Stemma.Model;

/// <summary>A picture that belongs to an article.</summary>
/// <param name="Url">Address of the picture; null in plain text, where only its caption shows that there was one.</param>
/// <param name="Caption">The caption, verbatim, without the credit; null where there is none.</param>
/// <param name="Credit">Photographer and agency, verbatim; null where there is none.</param>
public sealed record ArticleImage(Uri? Url, string? Caption, string? Credit);
