using System.Security.Cryptography;

namespace Stemma.Alerting;

/// <summary>Points of the curve P-256 as 65 bytes: a 4, then both coordinates (SEC 1, uncompressed).</summary>
internal static class EllipticPoint
{
    private const int CoordinateBytes = 32;

    public static byte[] Of(ECPoint point) => [4, .. point.X!, .. point.Y!];

    /// <exception cref="CryptographicException">It has another form.</exception>
    public static ECPoint Read(ReadOnlySpan<byte> bytes) => bytes.Length == 1 + (2 * CoordinateBytes) && bytes[0] == 4
        ? new ECPoint { X = bytes[1..(1 + CoordinateBytes)].ToArray(), Y = bytes[(1 + CoordinateBytes)..].ToArray() }
        : throw new CryptographicException("Could not read a public key: it wants 65 bytes that begin with 4.");
}
