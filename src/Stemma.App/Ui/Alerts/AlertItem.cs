namespace Stemma.App.Ui.Alerts;

/// <summary>One piece of news as it is told.</summary>
/// <param name="Headline">Word for word.</param>
/// <param name="Outlet">Whose headline it is; empty where that is not known.</param>
/// <param name="What">What changed, or what found it, in words.</param>
/// <param name="Path">Where to read on, on this server.</param>
internal sealed record AlertItem(string Headline, string Outlet, string What, string Path);
