using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>A connection on which a fault is acted out.</summary>
internal sealed class FaultConnection(Stream stream, Socket socket)
{
    private string _name = "";
    private int _port;

    /// <summary>Whether the connection stays open for the next request.</summary>
    public bool IsKept { get; set; }

    /// <summary>Puts a name and a port in the place of <c>{name}</c> and <c>{port}</c>.</summary>
    public static string Fill(string text, string name, int port) => text
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public FaultConnection For(string name, int port)
    {
        (_name, _port) = (name, port);
        return this;
    }

    public Task SendAsync(string text, CancellationToken end) => SendAsync(Encoding.Latin1.GetBytes(Fill(text, _name, _port)), end);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken end)
    {
        await stream.WriteAsync(bytes, end);
        await stream.FlushAsync(end);
    }

    /// <summary>A whole answer with its true length, closed after.</summary>
    public async Task AnswerAsync(string headers, byte[] body, CancellationToken end, string status = "200 OK")
    {
        await SendAsync($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n", end);
        await SendAsync(body, end);
    }

    /// <summary>Sends the same again and again until the other side hangs up.</summary>
    public async Task FloodAsync(string piece, TimeSpan pause, CancellationToken end)
    {
        var bytes = Encoding.Latin1.GetBytes(piece);
        while (!end.IsCancellationRequested)
        {
            await SendAsync(bytes, end);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, end);
            }
        }
    }

    /// <summary>Ends the connection with RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
