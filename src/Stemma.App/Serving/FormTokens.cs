using System.Security.Cryptography;
using System.Text;

namespace Stemma.App.Serving;

/// <summary>
/// The token that every form carries, so that no page elsewhere can have a reader's browser send one. It is made of a secret of
/// this installation and of what identifies the reader; nothing is kept for it.
/// </summary>
internal sealed class FormTokens(byte[] secret)
{
    public const string FieldName = "_form";

    /// <summary>Name under which the store remembers the secret, so that a form outlives a restart.</summary>
    public const string SecretName = "serve.forms";

    /// <summary>The token of a reader.</summary>
    /// <param name="reader">The session's cookie, or a word for the one person on this machine.</param>
    public string Of(string reader) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(reader)).AsSpan(0, 16));

    public bool IsRight(string reader, string? token) => token is not null && SecretToken.AreEqual(Of(reader), token);
}
