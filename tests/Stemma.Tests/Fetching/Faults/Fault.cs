using Stemma.Fetching;
using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>One way in which a server misbehaves, and what is to come of it.</summary>
/// <param name="Name">Names the test case.</param>
/// <param name="Script">Acts it out: path, connection, end of the test.</param>
/// <param name="Outcomes">The kinds of failure that are right; null among them for a document or "not modified".</param>
internal sealed record Fault(string Name, Func<string, FaultConnection, CancellationToken, Task> Script, params FailureKind?[] Outcomes)
{
    /// <summary>What the document must hold; null where that does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>What else must be true of the result.</summary>
    public Func<FetchResult, bool> Also { get; init; } = _ => true;

    /// <summary>The server speaks TLS with this certificate.</summary>
    public FaultCertificate Certificate { get; init; }

    /// <summary>The address asked; <c>{port}</c> stands for the server's port.</summary>
    public string Address { get; init; } = "http://{name}.test:{port}/";

    /// <summary>What the same host gives when asked for <c>/then</c> afterwards; null where it is not asked.</summary>
    public string? Then { get; init; }

    /// <summary>An ETag to ask with; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>Addresses the name of the server has at each look-up; the last is repeated.</summary>
    public string[] Resolves { get; init; } = ["93.184.216.34"];

    /// <summary>An answer that is the same for every path.</summary>
    public static Fault Raw(string name, string answer, params FailureKind?[] outcomes) =>
        new(name, (_, c, end) => c.SendAsync(answer, end), outcomes);

    /// <summary>A redirect from every path but <c>/end</c>.</summary>
    public static Fault Redirect(string name, string location, params FailureKind?[] outcomes) =>
        new(name, (path, c, end) => path == "/end"
            ? c.AnswerAsync("", "the end"u8.ToArray(), end)
            : c.AnswerAsync($"Location: {location}\r\n", [], end, "302 Found"), outcomes);

    /// <summary>A whole answer.</summary>
    public static Fault Answer(string name, string status, string headers, byte[] body, params FailureKind?[] outcomes) =>
        new(name, (_, c, end) => c.AnswerAsync(headers, body, end, status), outcomes);
}
