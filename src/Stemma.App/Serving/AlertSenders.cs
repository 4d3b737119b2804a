using System.Security.Cryptography;
using System.Text.Json;
using Stemma.Alerting;
using Stemma.App.Json;
using Stemma.App.Ui.Alerts;
using Stemma.App.Ui.Shell;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Tries to send one message: chooses its words in the reader's language and the way it goes. Nothing is loaded before the first.</summary>
internal sealed class AlertSenders(IStore store, ServerSetup setup) : IDisposable
{
    private const string DayInSeconds = "86400";
    private readonly Lazy<GuardedPost> _post = new(() => new GuardedPost(setup.Network));
    private readonly SemaphoreSlim _once = new(1, 1);
    private VapidKeys? _keys;

    /// <summary>Makes the connections; the network's but in tests.</summary>
    public GuardedPost? Post { get; init; }

    public async Task<DeliveryOutcome> SendAsync(AlertDelivery delivery, CancellationToken cancellationToken)
    {
        var user = await store.UserAsync(delivery.Target.Scope.User, cancellationToken).ConfigureAwait(false);
        var texts = TextTable.Shared.For(ReaderSettings.Read(user?.Settings ?? "{}").Language, "");
        var message = AlertMessage.Of(delivery, texts, setup.Home);
        return delivery.Target.Kind switch
        {
            TargetKind.Mail when setup.Mail is { } mail => await MailSender.SendAsync(mail, delivery, message, cancellationToken).ConfigureAwait(false),
            TargetKind.Mail => new DeliveryOutcome("no mail server is set: the admin sets smtp_host and smtp_from"),
            TargetKind.Webhook => await CallAsync(delivery, texts, cancellationToken).ConfigureAwait(false),
            _ => await PushAsync(delivery, message, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The keys by which push services know this installation.</summary>
    public async ValueTask<VapidKeys> KeysAsync(CancellationToken cancellationToken)
    {
        if (_keys is null)
        {
            await _once.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                _keys ??= await VapidKeys.LoadAsync(store, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _once.Release();
            }
        }
        return _keys;
    }

    public void Dispose()
    {
        if (_post.IsValueCreated)
        {
            _post.Value.Dispose();
        }
        _keys?.Dispose();
        _once.Dispose();
    }

    private Task<DeliveryOutcome> CallAsync(AlertDelivery delivery, Texts texts, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(delivery.Target.Address, UriKind.Absolute, out var url) || delivery.Target.Secret is not { } key)
        {
            return Task.FromResult(new DeliveryOutcome("is no address", IsFinal: true));
        }
        var body = JsonSerializer.SerializeToUtf8Bytes(AlertJson.Of(delivery, texts, setup.Home), StemmaJson.Readable.AlertJson);
        return (Post ?? _post.Value).PostAsync(
            url, body, "application/json; charset=utf-8",
            [
                (WebhookSignature.Header, WebhookSignature.Of(key, setup.Clock.GetUtcNow(), body)),
                ("Idempotency-Key", AlertJson.IdOf(delivery)),
            ],
            notFoundIsFinal: false,
            cancellationToken);
    }

    private async Task<DeliveryOutcome> PushAsync(AlertDelivery delivery, AlertMessage message, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(delivery.Target.Address, UriKind.Absolute, out var url)
            || delivery.Target.Secret is not { Length: PushEncryption.PublicKeyBytes + PushEncryption.SecretBytes } secret)
        {
            return new DeliveryOutcome("is no address of a push service", IsFinal: true);
        }
        byte[] body;
        try
        {
            var shown = JsonSerializer.SerializeToUtf8Bytes(message.Shown(), StemmaJson.Readable.PushJson);
            body = PushEncryption.Encrypt(shown, secret.AsSpan(0, PushEncryption.PublicKeyBytes), secret.AsSpan(PushEncryption.PublicKeyBytes));
        }
        catch (CryptographicException)
        {
            return new DeliveryOutcome("gave a key that is none", IsFinal: true);
        }
        var keys = await KeysAsync(cancellationToken).ConfigureAwait(false);
        return await (Post ?? _post.Value).PostAsync(
            url, body, "application/octet-stream",
            [
                ("Content-Encoding", "aes128gcm"), ("TTL", DayInSeconds), ("Urgency", "normal"),
                ("Authorization", keys.Authorization(url, Contact, setup.Clock.GetUtcNow())),
            ],
            // RFC 8030 section 7.3: a subscription that is over is not found.
            notFoundIsFinal: true,
            cancellationToken).ConfigureAwait(false);
    }

    private string? Contact => setup.Mail is { } mail ? "mailto:" + mail.From
        : setup.PublicUrl is { Scheme: "https" } home ? home.AbsoluteUri : null;
}
