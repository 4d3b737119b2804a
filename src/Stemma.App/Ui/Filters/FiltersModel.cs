using Stemma.Storage;

namespace Stemma.App.Ui.Filters;

/// <summary>A reader's filters, and the one being written.</summary>
public sealed record FiltersModel
{
    public IReadOnlyList<FilterRule> Filters { get; init; } = [];

    /// <summary>What stands in the field of the query.</summary>
    public string Query { get; init; } = "";

    /// <summary>What was wrong with what was sent, in words.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>How many articles are hidden.</summary>
    public int Hidden { get; init; }

    /// <summary>What was done, for one line.</summary>
    public string? Said { get; init; }
}
