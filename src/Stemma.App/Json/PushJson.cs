namespace Stemma.App.Json;

/// <summary>What the service worker shows as a notification.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Body">Its text.</param>
/// <param name="Url">Path to open.</param>
/// <param name="Tag">The same at every try: a second one takes the place of the first.</param>
internal sealed record PushJson(string Title, string Body, string Url, string Tag);
