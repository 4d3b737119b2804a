namespace Stemma.Model;

/// <summary>The accounts of one event (a story in the sense of topic detection and tracking).</summary>
/// <param name="Id">Stays when accounts join.</param>
/// <param name="Accounts">By time, then by id; never empty.</param>
public sealed record Story(StoryId Id, IReadOnlyList<Account> Accounts);
