namespace Stemma.Model;

/// <summary>What sort of text the outlet says, or the page shows, that this is.</summary>
public enum ArticleKind
{
    News,
    Opinion,
    Live,
    RoundUp,
    Video,
    PaidContent,
}
