namespace Stemma.Fetching;

/// <summary>What an OPML file holds.</summary>
/// <param name="Title">Its own title; null for none.</param>
/// <param name="Feeds">In the order of the file, each address once.</param>
/// <param name="LeftOut">Addresses that are no http(s) addresses, as written.</param>
public sealed record OpmlList(string? Title, IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<string> LeftOut);
