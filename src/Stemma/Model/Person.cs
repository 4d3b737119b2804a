namespace Stemma.Model;

/// <summary>Somebody the story names.</summary>
/// <param name="Id">For <c>stemma explain</c>.</param>
/// <param name="Name">Fullest name known to the story.</param>
/// <param name="Description">Words of an account that say who it is, next to the name; null where none does.</param>
/// <param name="Accounts">How many accounts name the person.</param>
/// <param name="Quotes">How many utterances of the person the story holds.</param>
/// <param name="FirstMention">Where the name stands first in full.</param>
public sealed record Person(
    ItemId Id,
    string Name,
    Evidence? Description,
    int Accounts,
    int Quotes,
    Evidence FirstMention);
