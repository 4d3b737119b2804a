namespace Stemma.Extraction.Learning;

/// <summary>Sums over the blocks that share a parent or a make.</summary>
internal sealed class BlockGroup
{
    public int Blocks { get; set; }

    public int Words { get; set; }

    public int Chars { get; set; }

    public int LinkChars { get; set; }

    public int Prose { get; set; }

    public int ProseWords { get; set; }
}
