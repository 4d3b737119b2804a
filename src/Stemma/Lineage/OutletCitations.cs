using Stemma.Model;

namespace Stemma.Tracing;

/// <summary>Which citations lay what they cover to an outlet.</summary>
internal static class OutletCitations
{
    /// <summary>Whether it does: a post, a book or a document is none, and words that only bear on a report take nothing from it.</summary>
    public static bool IsLaidToAnOutlet(this Citation citation) =>
        citation.Kind is not (CitationKind.SocialPost or CitationKind.Book or CitationKind.Document or CitationKind.BearsOn);
}
