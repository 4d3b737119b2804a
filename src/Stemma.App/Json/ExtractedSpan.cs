namespace Stemma.App.Json;

/// <summary>A half-open range of UTF-16 offsets.</summary>
internal sealed record ExtractedSpan(int Start, int End);
