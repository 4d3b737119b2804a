using Stemma.Model;

namespace Stemma.Extraction;

/// <summary>An article in the making: what the readers of pages and of plain text both fill.</summary>
internal sealed class ArticleDraft
{
    public string Title { get; set; } = "";

    public string? Standfirst { get; set; }

    public List<string> Bylines { get; } = [];

    public string? Outlet { get; set; }

    public string? Via { get; set; }

    public Moment? Published { get; set; }

    public Moment? Updated { get; set; }

    public string? Dateline { get; set; }

    public string? Section { get; set; }

    public string? Language { get; set; }

    public Uri? Url { get; set; }

    public bool IsPaywalled { get; set; }

    public ArticleKind Kind { get; set; } = ArticleKind.News;

    /// <summary>The paragraphs of the body, white space folded.</summary>
    public List<string> Paragraphs { get; } = [];

    public List<ArticleImage> Images { get; } = [];

    public List<DroppedBlock> Dropped { get; } = [];

    /// <summary>Notes a line as left out.</summary>
    public void Drop(string kind, string text) => Dropped.Add(new DroppedBlock(kind, text));

    /// <summary>Adds a name to the bylines unless it stands there.</summary>
    public void AddByline(string name)
    {
        if (!Bylines.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            Bylines.Add(name);
        }
    }
}
