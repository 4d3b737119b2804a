namespace Stemma.App.Ui.Offline;

/// <summary>What a browser may keep for reading without the network.</summary>
/// <param name="Pages">The newest story first, after what all pages need.</param>
internal sealed record OfflineListJson(IReadOnlyList<OfflinePageJson> Pages);
