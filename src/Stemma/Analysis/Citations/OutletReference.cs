namespace Stemma.Analyzing;

/// <summary>Words that name an outlet: a name, a short name, or "the newspaper".</summary>
/// <param name="First">First token, an article before the name included.</param>
/// <param name="Last">Index just past the last token.</param>
/// <param name="Name">Usual name of the outlet; the words as written where it is not known.</param>
/// <param name="IsSelf">Whether it is the outlet that publishes the article.</param>
/// <param name="IsResolved">Whether the name is a full one.</param>
/// <param name="IsAnaphor">Whether a common noun stands for an outlet named before.</param>
internal readonly record struct OutletReference(int First, int Last, string Name, bool IsSelf, bool IsResolved,
    bool IsAnaphor);
