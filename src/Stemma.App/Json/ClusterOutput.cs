using System.Text.Json.Serialization;

namespace Stemma.App.Json;

/// <summary>One line of <c>stemma cluster</c>.</summary>
/// <param name="Id">The article's id as it was given.</param>
/// <param name="Story">Its story.</param>
/// <param name="VersionOf">The id, as given, of the article this is a later version of; left out if none.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Why">The same as one sentence.</param>
/// <param name="Continues">The earlier story that its story goes on from; left out if none.</param>
/// <param name="ContinuesWhy">Why, as one sentence; left out if none.</param>
internal sealed record ClusterOutput(
    string Id,
    string Story,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? VersionOf,
    string Rule,
    string Why,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Continues,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ContinuesWhy);
