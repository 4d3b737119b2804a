namespace Stemma.Storage;

/// <summary>Who readers are elsewhere: at a provider they sign in with, or by the word of a proxy.</summary>
public partial interface IStore
{
    /// <summary>The user who is that person there; null where nobody is.</summary>
    ValueTask<UserRecord?> IdentityUserAsync(string issuer, string subject, CancellationToken cancellationToken = default);

    /// <summary>Where a user is known, by issuer and subject.</summary>
    ValueTask<IReadOnlyList<(string Issuer, string Subject)>> IdentitiesAsync(long user, CancellationToken cancellationToken = default);

    /// <summary>Notes that a user is that person there; false where another is.</summary>
    Task<bool> LinkAsync(string issuer, string subject, long user, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds a user who is that person there, in one piece; where there is one already, that one. A name that is taken gets a number
    /// behind it: nobody becomes another by a like name.
    /// </summary>
    Task<UserRecord> SignUpAsync(string issuer, string subject, string name, DateTimeOffset at, CancellationToken cancellationToken = default);
}
