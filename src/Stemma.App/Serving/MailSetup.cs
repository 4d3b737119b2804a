namespace Stemma.App.Serving;

/// <summary>The server that takes mails from here, as its admin named it.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security"><c>starttls</c>, <c>tls</c> or <c>none</c>.</param>
/// <param name="User">Null: without signing in.</param>
/// <param name="Password">Of the user.</param>
/// <param name="From">Address that mails come from.</param>
internal sealed record MailSetup(string Host, int Port, string Security, string? User, string? Password, string From);
