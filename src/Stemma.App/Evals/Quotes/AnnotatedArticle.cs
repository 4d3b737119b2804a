using Stemma.Analyzing;
using Stemma.Model;

namespace Stemma.App.Evals.Quotes;

/// <summary>An article written and annotated for Stemma: who says what, and how the outlet stands to each
/// sentence.</summary>
/// <param name="Id">Unique over all files.</param>
/// <param name="Outlet">The invented outlet that publishes it.</param>
/// <param name="Published">Its day, ISO.</param>
/// <param name="Text">The text without the marks; the first paragraph may be a headline.</param>
/// <param name="Attributions">Source, cue and content of each attribution, in order of their numbers within
/// paragraphs.</param>
/// <param name="Modalities">Where sentences begin whose modality is marked, in text order; sentences of no mark are
/// asserted.</param>
internal sealed record AnnotatedArticle(
    string Id, string Outlet, string Published, string Text, IReadOnlyList<LabelledAttribution> Attributions,
    IReadOnlyList<(int Start, Modality Modality)> Modalities);
