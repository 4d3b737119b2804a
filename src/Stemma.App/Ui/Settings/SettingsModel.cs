using Stemma.Storage;

namespace Stemma.App.Ui.Settings;

/// <summary>What a reader may set.</summary>
public sealed record SettingsModel
{
    public required IReadOnlyList<string> Languages { get; init; }

    public required IReadOnlyList<(string Name, DateTimeOffset At)> Tokens { get; init; }

    /// <summary>All users, for an admin where others may come; empty else.</summary>
    public IReadOnlyList<UserRecord> Users { get; init; } = [];

    /// <summary>Where the reader is known elsewhere, by issuer and subject.</summary>
    public IReadOnlyList<(string Issuer, string Subject)> Identities { get; init; } = [];

    /// <summary>The provider that one may sign in with; null for none.</summary>
    public string? Provider { get; init; }

    /// <summary>Whether readers sign in here.</summary>
    public bool HasAccounts { get; init; }

    /// <summary>A token just made: shown this once.</summary>
    public string? NewToken { get; init; }

    public string? Said { get; init; }
}
