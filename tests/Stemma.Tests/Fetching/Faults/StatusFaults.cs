using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Statuses that bring no document, and what is to be learnt from them.</summary>
internal static class StatusFaults
{
    public static IEnumerable<Fault> All =>
    [
        Fault.Raw("204", "HTTP/1.1 204 No Content\r\n\r\n", FailureKind.Empty),
        Fault.Answer("206 without being asked", "206 Partial Content", "Content-Range: bytes 0-3/100\r\n", "part"u8.ToArray(), FailureKind.Truncated),
        Fault.Raw("304 without being asked", "HTTP/1.1 304 Not Modified\r\n\r\n", FailureKind.BadResponse),
        new Fault("304 with a body", async (path, c, end) =>
        {
            c.IsKept = true;
            await (path == "/"
                ? c.SendAsync("HTTP/1.1 304 Not Modified\r\nContent-Length: 27\r\n\r\nHTTP/1.1 200 OK\r\n\r\npoisoned", end)
                : c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nhealthy", end));
        }, null as FailureKind?)
        {
            ETag = "\"1\"",
            Then = "healthy",
            Also = r => r.NotModified && r.ETag == "\"1\"",
        },
        Status("400 Bad Request", FailureKind.HttpStatus),
        Status("401 Unauthorized", FailureKind.Denied),
        Status("402 Payment Required", FailureKind.Denied),
        Status("403 Forbidden", FailureKind.Denied),
        Status("404 Not Found", FailureKind.HttpStatus),
        Status("410 Gone", FailureKind.Gone),
        Status("418 I'm a teapot", FailureKind.HttpStatus),
        Status("451 Unavailable For Legal Reasons", FailureKind.Denied),
        Status("500 Internal Server Error", FailureKind.ServerError),
        Status("502 Bad Gateway", FailureKind.ServerError),
        Status("999 Request denied", FailureKind.HttpStatus),
        Retry("429 Too Many Requests", "120", FailureKind.TooManyRequests, isTold: true),
        Retry("429 Too Many Requests", "Fri, 31 Dec 2099 23:59:59 GMT", FailureKind.TooManyRequests, isTold: true),
        Retry("429 Too Many Requests", "when it suits you", FailureKind.TooManyRequests, isTold: false),
        Retry("503 Service Unavailable", "120", FailureKind.ServerError, isTold: true),
    ];

    private static Fault Status(string status, FailureKind kind) => Fault.Answer(status, status, "", FaultBodies.Page, kind);

    private static Fault Retry(string status, string after, FailureKind kind, bool isTold) =>
        new($"{status}, after {after}", (_, c, end) => c.AnswerAsync($"Retry-After: {after}\r\n", [], end, status), kind)
        {
            Also = r => r.RetryAt is not null == isTold,
        };
}
