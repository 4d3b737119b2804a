namespace Stemma.Model;

/// <summary>What one run over its inputs gives.</summary>
/// <param name="Briefs">One per story: most accounts first, then the newest, then by id.</param>
/// <param name="Failures">The items that could not be taken in, by source.</param>
/// <param name="Documents">How many documents were read, failures included.</param>
public sealed record PipelineResult(
    IReadOnlyList<StoryBrief> Briefs,
    IReadOnlyList<ItemFailure> Failures,
    int Documents);
