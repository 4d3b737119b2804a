namespace Stemma.Extraction.Html;

/// <summary>Where an attribute's name and value stand in the source.</summary>
internal readonly record struct HtmlAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);
