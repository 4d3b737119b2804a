using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Redirects that lead nowhere, in circles, or where Stemma must not go.</summary>
internal static class RedirectFaults
{
    public static IEnumerable<Fault> All =>
    [
        Fault.Redirect("redirect to itself", "/", FailureKind.TooManyRedirects),
        new Fault("redirect there and back", (path, c, end) => c.AnswerAsync($"Location: {(path == "/" ? "/b" : "/")}\r\n", [], end, "302 Found"), FailureKind.TooManyRedirects),
        new Fault("redirects without end", (path, c, end) => c.AnswerAsync($"Location: {path}x\r\n", [], end, "301 Moved Permanently"), FailureKind.TooManyRedirects),
        new Fault("redirect with an endless body", async (path, c, end) =>
        {
            if (path == "/end")
            {
                await c.AnswerAsync("", "the end"u8.ToArray(), end);
                return;
            }
            await c.SendAsync("HTTP/1.1 302 Found\r\nLocation: /end\r\n\r\n", end);
            await c.FloodAsync(new string('x', 65_536), TimeSpan.Zero, end);
        }, null as FailureKind?) { Text = "the end" },
        Fault.Redirect("redirect to loopback", "http://127.0.0.1:{port}/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to loopback in IPv6", "http://[::1]/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to loopback mapped", "http://[::ffff:127.0.0.1]/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to loopback as a number", "http://2130706433/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to loopback in octal", "http://0177.1/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to a name of loopback", "http://inside.test/end", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to cloud metadata", "http://169.254.169.254/latest/meta-data/", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to a private network", "http://192.168.0.1/", FailureKind.PrivateAddress),
        Fault.Redirect("redirect to a file", "file:///etc/hostname", FailureKind.BadAddress),
        Fault.Redirect("redirect to ftp", "ftp://files.test/a", FailureKind.BadAddress),
        Fault.Redirect("redirect to a script", "javascript:alert(1)", FailureKind.BadAddress),
        Fault.Redirect("redirect to data", "data:text/html,hello", FailureKind.BadAddress),
        Fault.Redirect("redirect to garbage", "http://[:::", FailureKind.BadResponse),
        Fault.Redirect("redirect to a name that does not exist", "http://nowhere.invalid/", FailureKind.NameNotFound),
        Fault.Redirect("redirect to an empty address", "", FailureKind.BadResponse),
        Fault.Raw("redirect without an address", "HTTP/1.1 301 Moved Permanently\r\nContent-Length: 0\r\n\r\n", FailureKind.BadResponse),
        Fault.Redirect("relative redirect", "end", null as FailureKind?) with { Text = "the end" },
        Fault.Redirect("redirect without a scheme", "//{name}.test:{port}/end", null as FailureKind?) with { Text = "the end" },
        Fault.Redirect("redirect with a smuggled header", "/end?%0d%0aHost:%20inside.test", FailureKind.TooManyRedirects),
    ];
}
