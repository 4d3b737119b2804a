using Stemma.Model;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>Faults of the connection: no answer, no TLS, wrong certificates, names that change their address.</summary>
internal static class ConnectionFaults
{
    private const string Secure = "https://{name}.test:{port}/";

    private static readonly Func<string, FaultConnection, CancellationToken, Task> Healthy =
        (_, c, end) => c.AnswerAsync("", FaultBodies.Page, end);

    public static IEnumerable<Fault> All =>
    [
        new Fault("closes at once", (_, _, _) => Task.CompletedTask, FailureKind.Network),
        new Fault("resets at once", (_, c, _) =>
        {
            c.Reset();
            return Task.CompletedTask;
        }, FailureKind.Network),
        new Fault("never answers", (_, _, end) => Task.Delay(Timeout.Infinite, end), FailureKind.TimedOut),
        new Fault("answers too late", async (_, c, end) =>
        {
            await Task.Delay(FaultRun.FirstByte * 1.6, end);
            await c.AnswerAsync("", FaultBodies.Page, end);
        }, FailureKind.TimedOut),
        new Fault("keeps the connection, then resets it", async (path, c, end) =>
        {
            await c.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntext", end);
            if (path == "/")
            {
                await Task.Delay(150, end);
                c.Reset();
            }
        }, null as FailureKind?) { Text = "text", Then = "text" },
        new Fault("nobody listens", Healthy, FailureKind.Network) { Address = "http://{name}.test:1/" },
        new Fault("good certificate", Healthy, null as FailureKind?) { Address = Secure, Certificate = FaultCertificate.Good },
        new Fault("certificate for another host", Healthy, FailureKind.SecureConnection) { Address = Secure, Certificate = FaultCertificate.WrongHost },
        new Fault("certificate out of date", Healthy, FailureKind.SecureConnection) { Address = Secure, Certificate = FaultCertificate.Expired },
        new Fault("certificate signed by nobody", Healthy, FailureKind.SecureConnection) { Address = Secure, Certificate = FaultCertificate.SelfSigned },
        new Fault("plain HTTP where TLS is asked", Healthy, FailureKind.SecureConnection) { Address = Secure },
        new Fault("TLS where plain HTTP is asked", Healthy, FailureKind.Network) { Certificate = FaultCertificate.Good },
        new Fault("a name that turns to loopback", (path, c, end) => path == "/end"
            ? c.AnswerAsync("", "the end"u8.ToArray(), end)
            : c.SendAsync("HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", end), FailureKind.PrivateAddress)
        {
            Resolves = ["93.184.216.34", "127.0.0.1"],
        },
        new Fault("a name of loopback", Healthy, FailureKind.PrivateAddress) { Resolves = ["127.0.0.1"] },
        new Fault("a name that turns to metadata and back", (path, c, end) => c.AnswerAsync("", "text"u8.ToArray(), end), FailureKind.PrivateAddress)
        {
            Resolves = ["169.254.169.254", "93.184.216.34"],
        },
        new Fault("a name without addresses", Healthy, FailureKind.NameNotFound) { Resolves = [""] },
        new Fault("a name server that never answers", Healthy, FailureKind.TimedOut) { Resolves = ["never"] },
    ];
}
