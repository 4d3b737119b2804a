using Stemma.App.Ui;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>
/// Decides which user a person is who is known by issuer and subject. The rule, in this order: who is known is that user; who is signed
/// in and asked for it is linked; who holds the welcome link becomes the first account; before there is a first account nobody else
/// comes in; anyone else gets a new account without rights over others. Names and mail addresses link nobody: they can be chosen.
/// </summary>
internal static class Identities
{
    /// <summary>Issuer of the names that trusted proxies give.</summary>
    public const string Proxy = "proxy";

    private const int MostNameChars = 60;

    /// <summary>The user; null where none may be.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="issuer">Who vouches for the person.</param>
    /// <param name="subject">Who they are there.</param>
    /// <param name="name">What they are called there.</param>
    /// <param name="linkTo">The user who is signed in and asked to be linked; null for none.</param>
    /// <param name="isWelcome">Whether the person holds the welcome link, which still works.</param>
    /// <param name="mayCreate">Whether unknown people get an account.</param>
    public static async ValueTask<UserRecord?> UserOfAsync(
        Visit visit, string issuer, string subject, string name, long? linkTo, bool isWelcome, bool mayCreate)
    {
        var (store, cancel) = (visit.Store, visit.Cancel);
        if (await store.IdentityUserAsync(issuer, subject, cancel).ConfigureAwait(false) is { } known)
        {
            return linkTo is { } other && other != known.Id ? null : known;
        }
        if (linkTo is { } self)
        {
            return await store.LinkAsync(issuer, subject, self, visit.Now, cancel).ConfigureAwait(false)
                ? await store.UserAsync(self, cancel).ConfigureAwait(false) : null;
        }
        var shown = CleanText.Line(name, MostNameChars) ?? "reader";
        if (isWelcome)
        {
            if (!await store.LinkAsync(issuer, subject, UserRecord.First, visit.Now, cancel).ConfigureAwait(false)
                || await store.UserAsync(UserRecord.First, cancel).ConfigureAwait(false) is not { } first)
            {
                return null;
            }
            await store.ChangeUserAsync(first with { Name = shown }, cancel).ConfigureAwait(false);
            return first with { Name = shown };
        }
        return mayCreate && await HasFirstAsync(store, cancel).ConfigureAwait(false)
            ? await store.SignUpAsync(issuer, subject, shown, visit.Now, cancel).ConfigureAwait(false)
            : null;
    }

    /// <summary>Whether the first account is somebody's: it has a password, or is known elsewhere.</summary>
    public static async ValueTask<bool> HasFirstAsync(IStore store, CancellationToken cancellationToken = default) =>
        await store.UserAsync(UserRecord.First, cancellationToken).ConfigureAwait(false) is not { PasswordHash: null }
        || (await store.IdentitiesAsync(UserRecord.First, cancellationToken).ConfigureAwait(false)).Count > 0;
}
