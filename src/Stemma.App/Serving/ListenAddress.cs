using System.Net;

namespace Stemma.App.Serving;

/// <summary>Reads <c>--listen</c>: <c>127.0.0.1:7070</c>, <c>:8080</c> for all addresses, <c>localhost</c>, <c>[::1]:7070</c>.</summary>
internal static class ListenAddress
{
    public const string Default = "127.0.0.1:7070";
    private const int DefaultPort = 7070;

    /// <summary>The address; null where the text is none.</summary>
    public static IPEndPoint? Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith(':'))
        {
            text = "0.0.0.0" + text;
        }
        if (text.StartsWith("localhost", StringComparison.OrdinalIgnoreCase))
        {
            text = "127.0.0.1" + text["localhost".Length..];
        }
        if (text.StartsWith('*'))
        {
            text = "0.0.0.0" + text[1..];
        }
        if (!IPEndPoint.TryParse(text, out var address) || (address.Port == 0 && !text.EndsWith(":0", StringComparison.Ordinal)))
        {
            // Without a port, or nothing of the kind.
            return IPAddress.TryParse(text, out var bare) ? new IPEndPoint(bare, DefaultPort) : null;
        }
        return address;
    }
}
