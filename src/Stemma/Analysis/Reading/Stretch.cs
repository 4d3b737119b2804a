using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>Words between quotation marks, within one paragraph.</summary>
/// <param name="Inner">The words, without the marks and the white space beside them.</param>
/// <param name="Outer">With the marks.</param>
/// <param name="First">Index of the opening mark's token.</param>
/// <param name="Last">Index just past the closing mark's token, or past the paragraph where nothing closes it.</param>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="IsClosed">Whether a mark closes it.</param>
/// <param name="Continues">Whether the stretch before, left open, runs on here.</param>
internal sealed record Stretch(
    TextSpan Inner, TextSpan Outer, int First, int Last, int Paragraph, bool IsClosed, bool Continues);
