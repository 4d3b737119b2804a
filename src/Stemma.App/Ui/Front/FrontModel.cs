namespace Stemma.App.Ui.Front;

/// <summary>What the front page shows.</summary>
public sealed record FrontModel
{
    /// <summary>The stories in full, the lead first.</summary>
    public IReadOnlyList<RankedStory> Top { get; init; } = [];

    /// <summary>More, one line each, under the topics of which there are some.</summary>
    public IReadOnlyList<(string Topic, IReadOnlyList<RankedStory> Stories)> ByTopic { get; init; } = [];

    /// <summary>The rest, one line each.</summary>
    public IReadOnlyList<RankedStory> More { get; init; } = [];

    /// <summary>Stories that gain articles now, and how many of late.</summary>
    public IReadOnlyList<(RankedStory Story, int Articles)> Growing { get; init; } = [];

    /// <summary>Stories that one outlet alone has, the newest first.</summary>
    public IReadOnlyList<RankedStory> OnlyOne { get; init; } = [];

    public IReadOnlyList<(string Value, int Stories)> Languages { get; init; } = [];

    public IReadOnlyList<(string Value, int Stories)> Topics { get; init; } = [];

    /// <summary>Folders of the feeds that the stories came by.</summary>
    public IReadOnlyList<(string Value, int Stories)> Folders { get; init; } = [];

    public IReadOnlyList<(string Value, int Stories)> Places { get; init; } = [];

    /// <summary>What narrows the page: a language, section, place; and which.</summary>
    public string? FilterName { get; init; }

    public string? FilterValue { get; init; }

    /// <summary>The day as of whose end the page stands; null for now.</summary>
    public DateOnly? Day { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Stories with something new since the last visit; null on the first.</summary>
    public int? New { get; init; }

    public int Stories { get; init; }

    /// <summary>Stories left out because the reader's filters hide all their articles.</summary>
    public int Hidden { get; init; }

    /// <summary>Whether the page shows just those.</summary>
    public bool AsksHidden { get; init; }

    /// <summary>Whether the roots of all stories are those of the day asked for; false where some are from before they were kept.</summary>
    public bool HasAllJudgements { get; init; } = true;

    /// <summary>Articles that still await reading.</summary>
    public bool IsReading { get; init; }
}
