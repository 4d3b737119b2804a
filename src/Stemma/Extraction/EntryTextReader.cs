using Stemma.Extraction.Html;
using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>The article that a feed's entry holds: its HTML without a page around it, its metadata told by the feed.</summary>
internal static class EntryTextReader
{
    // What feeds close their entries with: a link to the page, where the post came from.
    private static readonly string[] Closers =
        ["read more", "continue reading", "the post ", "weiterlesen", "lire la suite", "seguir leyendo", "[…]", "[...]", "comments"];

    /// <summary>The draft of a body given as plain text: paragraphs are parted by empty lines, or by line ends where there are none.</summary>
    public static ArticleDraft ReadPlain(string text, FetchedDocument document)
    {
        var draft = new ArticleDraft { Url = document.Url };
        var lines = text.ReplaceLineEndings("\n");
        var mark = lines.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        foreach (var part in lines.Split(mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            draft.Paragraphs.Add(string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
        return draft;
    }

    /// <summary>The draft; its paragraphs are empty where the entry has no words. Linear in the length of the HTML.</summary>
    public static ArticleDraft Read(string html, FetchedDocument document)
    {
        var draft = new ArticleDraft { Url = document.Url };
        var blocks = BlockReader.Read(HtmlParser.Parse(html), document.Url);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Words == 0)
            {
                continue;
            }
            if (i >= blocks.Count - 2 && block.LinkShare > 0.3
                && Closers.Any(c => block.Text.StartsWith(c, StringComparison.OrdinalIgnoreCase)))
            {
                draft.Drop("promo", block.Text);
                continue;
            }
            draft.Paragraphs.Add(block.Text);
        }
        return draft;
    }
}
