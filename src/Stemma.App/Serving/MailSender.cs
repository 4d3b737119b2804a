using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Stemma.Alerting;
using Stemma.App.Ui.Alerts;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Sends a message by mail, through the server that the admin named.</summary>
internal static class MailSender
{
    private const int PatienceMs = 30_000;

    public static async Task<DeliveryOutcome> SendAsync(MailSetup setup, AlertDelivery delivery, AlertMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var mail = Compose(setup, delivery, message);
            using var client = new SmtpClient { Timeout = PatienceMs };
            await client.ConnectAsync(setup.Host, setup.Port, SecurityOf(setup), cancellationToken).ConfigureAwait(false);
            if (setup.User is not null)
            {
                await client.AuthenticateAsync(setup.User, setup.Password ?? "", cancellationToken).ConfigureAwait(false);
            }
            await client.SendAsync(mail, cancellationToken).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
            return DeliveryOutcome.Arrived;
        }
        catch (SmtpCommandException e)
        {
            return new DeliveryOutcome(
                string.Create(CultureInfo.InvariantCulture, $"the mail server answered {(int)e.StatusCode}"),
                // It knows no such mailbox, and will not tomorrow.
                IsFinal: e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && e.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed);
        }
        catch (AuthenticationException)
        {
            return new DeliveryOutcome("the mail server does not take the user and password that were set");
        }
        catch (Exception e) when (e is SslHandshakeException or NotSupportedException)
        {
            return new DeliveryOutcome("no safe connection to the mail server could be made");
        }
        catch (Exception e) when (e is ParseException)
        {
            return new DeliveryOutcome("is no mail address", IsFinal: true);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or ServiceNotConnectedException or TimeoutException)
        {
            return new DeliveryOutcome("the mail server could not be reached");
        }
    }

    private static MimeMessage Compose(MailSetup setup, AlertDelivery delivery, AlertMessage message)
    {
        var from = MailboxAddress.Parse(setup.From);
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Date = delivery.At,
            // The same at every try, so that a mail sent twice by a stop in between is one to whoever keeps it.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"stemma.{delivery.Id}.{delivery.At.ToUnixTimeMilliseconds()}@{from.Domain}"),
            Body = new TextPart("plain") { Text = message.Text() },
        };
        mail.From.Add(new MailboxAddress("Stemma", from.Address));
        mail.To.Add(MailboxAddress.Parse(delivery.Target.Address));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("List-Unsubscribe", $"<{message.Settings}>");
        return mail;
    }

    private static SecureSocketOptions SecurityOf(MailSetup setup) => setup.Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
