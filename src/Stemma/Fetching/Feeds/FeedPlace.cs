namespace Stemma.Fetching;

/// <summary>Where an entry says it plays: georss, gml, or latitude and longitude.</summary>
/// <param name="Shape">Point, LineString, Polygon or Box.</param>
/// <param name="Points">Each longitude, latitude and, where given, height; not empty.</param>
public sealed record FeedPlace(string Shape, IReadOnlyList<IReadOnlyList<double>> Points);
