namespace Stemma.Fetching;

/// <summary>An element of a module Stemma gives no meaning to, kept as it stands.</summary>
/// <param name="Prefix">The prefix it was written with.</param>
/// <param name="Name">Local name, lower case.</param>
/// <param name="Text">Its text; empty where it has none.</param>
/// <param name="Attributes">Its attributes as written.</param>
public sealed record FeedExtension(string Prefix, string Name, string Text, IReadOnlyList<KeyValuePair<string, string>> Attributes);
