using Stemma.App.Ui.Pictures;
using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Ui.Stories;

/// <summary>A story with how the reader stands to it.</summary>
/// <param name="Story">The brief.</param>
/// <param name="Stand"><c>follow</c>, <c>mute</c> or null.</param>
/// <param name="MayCorrect">Whether the reader may part and join accounts.</param>
public sealed record StoryModel(StoryReading Story, string? Stand, bool MayCorrect)
{
    /// <summary>A picture of one of its accounts; null where none has one.</summary>
    public LeadPicture? Picture => LeadPicture.Of(Story.Brief);

    /// <summary>Whether the reader asked to see the picture.</summary>
    public bool WantsPicture { get; init; }

    /// <summary>What came before it and after it.</summary>
    public IReadOnlyList<StorylineStep> Storyline { get; init; } = [];

    public StoryId Id => Story.Brief.Story.Id;
}
