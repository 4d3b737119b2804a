namespace Stemma.Fetching;

/// <summary>Somebody a feed names: author, contributor, publisher.</summary>
/// <param name="Name">Name as written, without the e-mail address; null where only an address is given.</param>
/// <param name="Email">E-mail address; null where none is given.</param>
/// <param name="Url">Address of a page; null where none is given.</param>
/// <param name="Avatar">Address of a picture (JSON Feed).</param>
/// <param name="Text">The whole as written, for RSS's one-line form; null where the parts were given apart.</param>
public sealed record FeedPerson(string? Name, string? Email = null, string? Url = null, string? Avatar = null, string? Text = null);
