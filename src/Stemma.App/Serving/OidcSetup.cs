namespace Stemma.App.Serving;

/// <summary>The OpenID Connect provider that readers sign in with, as the admin named it.</summary>
/// <param name="Authority">Its address.</param>
/// <param name="ClientId">Stemma's name there.</param>
/// <param name="ClientSecret">Stemma's secret there; null for a public client.</param>
/// <param name="Name">What pages call it.</param>
/// <param name="CreatesUsers">Whether people it knows and Stemma does not get an account.</param>
internal sealed record OidcSetup(Uri Authority, string ClientId, string? ClientSecret, string Name, bool CreatesUsers);
