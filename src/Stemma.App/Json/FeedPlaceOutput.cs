namespace Stemma.App.Json;

/// <summary>Where an entry plays; each point is longitude, latitude and, where given, height.</summary>
internal sealed record FeedPlaceOutput(string Shape, IReadOnlyList<IReadOnlyList<double>> Points);
