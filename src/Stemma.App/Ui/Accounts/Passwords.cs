using Microsoft.AspNetCore.Identity;
using Stemma.Storage;

namespace Stemma.App.Ui.Accounts;

/// <summary>Passwords, by the framework's hasher (PBKDF2 with a salt each).</summary>
internal static class Passwords
{
    public const int LeastChars = 10;

    // What is compared where there is no such user, so that an answer takes as long.
    private const string Nobody = "AQAAAAIAAYagAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

    public static string Hash(UserRecord user, string password) => new PasswordHasher<UserRecord>().HashPassword(user, password);

    /// <summary>Whether the password is the user's.</summary>
    public static bool IsRight(UserRecord? user, string password)
    {
        var asked = user ?? new UserRecord { Id = 0, Name = "" };
        var result = new PasswordHasher<UserRecord>().VerifyHashedPassword(asked, user?.PasswordHash ?? Nobody, password);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }
}
