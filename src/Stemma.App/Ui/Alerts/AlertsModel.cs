using Stemma.Storage;

namespace Stemma.App.Ui.Alerts;

/// <summary>A reader's alerts, where they go, and what became of the latest.</summary>
public sealed record AlertsModel
{
    public IReadOnlyList<AlertTarget> Targets { get; init; } = [];

    public IReadOnlyList<AlertRecord> Alerts { get; init; } = [];

    public IReadOnlyList<AlertDeliveryLine> Deliveries { get; init; } = [];

    /// <summary>Searches the reader keeps, offered for alerts.</summary>
    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary>How many stories the reader follows.</summary>
    public int Followed { get; init; }

    /// <summary>Whether mails can be sent from here.</summary>
    public bool HasMail { get; init; }

    /// <summary>The key that browsers subscribe with; see RFC 8292.</summary>
    public string PushKey { get; init; } = "";

    /// <summary>What stands in the field of the search.</summary>
    public string Query { get; init; } = "";

    /// <summary>The key of a webhook just made: shown this once.</summary>
    public string? NewKey { get; init; }

    /// <summary>What was wrong with what was sent, in words.</summary>
    public string? Fault { get; init; }

    /// <summary>What was done, for one line.</summary>
    public string? Said { get; init; }
}
