namespace Stemma.Fetching;

/// <summary>A subscription at a hub, asked for or in force.</summary>
/// <param name="Hub">Where.</param>
/// <param name="Callback">The address the hub sends to; each subscription has its own, which nobody can guess.</param>
/// <param name="Secret">The key of the signatures; at most 200 bytes.</param>
public sealed record WebSubSubscription(WebSubHub Hub, Uri Callback, string Secret)
{
    /// <summary>What was asked last and not yet verified; null for nothing.</summary>
    public WebSubMode? Pending { get; init; }

    /// <summary>When the lease ends; null where none is in force.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The form to send to the hub (section 5.1).</summary>
    /// <param name="mode">To subscribe, or to end it.</param>
    /// <param name="lease">How long it is to last.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Form(WebSubMode mode, TimeSpan lease)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("hub.mode", mode == WebSubMode.Subscribe ? "subscribe" : "unsubscribe"),
            new("hub.topic", Hub.Topic.AbsoluteUri),
            new("hub.callback", Callback.AbsoluteUri),
        ];
        if (mode == WebSubMode.Subscribe)
        {
            form.Add(new("hub.lease_seconds", ((long)lease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            form.Add(new("hub.secret", Secret));
        }
        return form;
    }

    /// <summary>Whether it is time to ask for a new lease: less than a quarter of the usual one is left, or none is in force.</summary>
    public bool IsDue(DateTimeOffset now, TimeSpan lease) => Until is not { } until || until - now < lease / 4;
}
