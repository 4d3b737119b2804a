using System.Net.Sockets;
using System.Security.Authentication;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Turns what the network stack throws into a <see cref="FailureKind"/>.</summary>
internal static class NetworkFault
{
    /// <summary>Whether an exception is one of the network, and no bug of ours.</summary>
    public static bool Is(Exception e) =>
        e is HttpRequestException or IOException or InvalidDataException or SocketException or AuthenticationException;

    /// <summary>
    /// Whether the connection broke before any answer, as one does that the server closed while it lay idle: to ask once more, on
    /// a new one, is right then.
    /// </summary>
    public static bool IsStaleConnection(Exception thrown) =>
        thrown is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown }
        && thrown.InnerException is IOException and not RefusedAddressException;

    /// <summary>The kind and a detail for people.</summary>
    /// <param name="thrown">What was thrown.</param>
    /// <param name="inBody">Whether the headers had been read by then.</param>
    public static (FailureKind Kind, string Detail) Of(Exception thrown, bool inBody)
    {
        var error = HttpRequestError.Unknown;
        for (var e = thrown; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case RefusedAddressException refused:
                    return (FailureKind.PrivateAddress, refused.Detail);
                case AuthenticationException:
                    return (FailureKind.SecureConnection, Short(e));
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return (FailureKind.NameNotFound, Short(e));
                case HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request:
                    error = request.HttpRequestError;
                    break;
                case HttpIOException { HttpRequestError: not HttpRequestError.Unknown } io:
                    error = io.HttpRequestError;
                    break;
            }
        }
        return error switch
        {
            HttpRequestError.NameResolutionError => (FailureKind.NameNotFound, Short(thrown)),
            HttpRequestError.SecureConnectionError => (FailureKind.SecureConnection, Short(thrown.GetBaseException())),
            HttpRequestError.ConfigurationLimitExceeded => (FailureKind.HeadersTooLarge, Short(thrown)),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ExtendedConnectNotSupported =>
                (FailureKind.BadResponse, Short(thrown)),
            _ when inBody => (FailureKind.Truncated, Short(thrown.GetBaseException())),
            _ => (FailureKind.Network, Short(thrown.GetBaseException())),
        };
    }

    // Messages quote the server's bytes; people need the first words of them.
    private static string Short(Exception e) => e.Message.Length > 160 ? e.Message[..160] + "…" : e.Message;
}
