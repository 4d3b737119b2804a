namespace Stemma.App.Ui.Offline;

/// <summary>One page to keep.</summary>
/// <param name="Path">Where it is on this server.</param>
/// <param name="Version">Another when the page is worth fetching anew; opaque.</param>
internal sealed record OfflinePageJson(string Path, string Version);
