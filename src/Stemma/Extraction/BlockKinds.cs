namespace Stemma.Extraction;

/// <summary>Names what kind of furniture a block of a page is, by its words, its place and its class names.</summary>
internal static class BlockKinds
{
    /// <summary>The kind; null for a block that nothing marks as furniture.</summary>
    public static string? Of(PageBlock block, PageMetadata metadata)
    {
        if (block.Text == metadata.Title)
        {
            return "title";
        }
        if ((block.Regions & PageRegions.Caption) != 0)
        {
            return "caption";
        }
        if (FurnitureKinds.Of(block.Text, block.Words) is { } kind)
        {
            return kind;
        }
        if ((block.Regions & PageRegions.Figure) != 0 && block.Words < 60)
        {
            return "caption";
        }
        return ByPlace(block) ?? (block.Words < 60 ? ByClass(block.OwnHints) ?? (block.Words < 30 ? ByClass(block.NearHints) : null) : null);
    }

    /// <summary>The likeliest kind of a block that is known not to belong to the body.</summary>
    public static string OfDropped(PageBlock block, PageMetadata metadata) =>
        Of(block, metadata) ?? ByClass(block.AllHints)
        ?? (block.Text == metadata.Description ? "standfirst" : block.LinkShare > 0.5 ? "related" : "other");

    private static string? ByPlace(PageBlock block) =>
        (block.Regions & (PageRegions.Nav | PageRegions.Footer)) != 0 ? "navigation"
        : (block.Regions & PageRegions.Dialog) != 0 ? "consent"
        : (block.Regions & PageRegions.Form) != 0 ? "promo"
        : (block.Regions & PageRegions.Button) != 0 ? "share"
        : null;

    private static string? ByClass(ClassHints hints) =>
        (hints & ClassHints.Comment) != 0 ? "comments"
        : (hints & ClassHints.Consent) != 0 ? "consent"
        : (hints & ClassHints.Caption) != 0 ? "caption"
        : (hints & ClassHints.Paywall) != 0 ? "signup-wall"
        : (hints & (ClassHints.Related | ClassHints.Popular)) != 0 ? "related"
        : (hints & ClassHints.Ad) != 0 ? "ad"
        : (hints & ClassHints.Tags) != 0 ? "tags"
        : (hints & ClassHints.Share) != 0 ? "share"
        : (hints & ClassHints.Promo) != 0 ? "promo"
        : (hints & ClassHints.Author) != 0 ? "author-note"
        : (hints & (ClassHints.Nav | ClassHints.Pager | ClassHints.Foot)) != 0 ? "navigation"
        : (hints & ClassHints.Date) != 0 ? "metadata"
        : null;
}
