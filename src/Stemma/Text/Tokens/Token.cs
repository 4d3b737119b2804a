namespace Stemma.Text;

/// <summary>A word, number or sign of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset just past its last one.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind)
{
    public int Length => End - Start;
}
