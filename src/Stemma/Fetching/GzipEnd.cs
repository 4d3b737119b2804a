using System.Buffers.Binary;

namespace Stemma.Fetching;

/// <summary>
/// Tells whether a gzip body is whole. The framework's decoder takes a body that was cut for one that ends there; the checksum
/// and the length at the end of each member (RFC 1952, 2.3.1) tell the difference.
/// </summary>
internal static class GzipEnd
{
    private const int TrailerBytes = 8;

    /// <summary>Whether the last member is whole. Cost is one comparison for a usual body; else a checksum of the content.</summary>
    /// <param name="body">As received; bytes after the last member are passed over, as browsers do.</param>
    /// <param name="content">What it unpacked to.</param>
    /// <param name="unpack">Unpacks a body that begins with gzip's magic number; null where it is broken.</param>
    public static bool IsWhole(ReadOnlySpan<byte> body, ReadOnlySpan<byte> content, Func<int, byte[]?> unpack)
    {
        if (body.Length < TrailerBytes + 10)
        {
            return false;
        }
        if (BinaryPrimitives.ReadUInt32LittleEndian(body[^4..]) == (uint)content.Length)
        {
            return true;
        }
        if (HasTrailer(body, content))
        {
            return true;
        }
        // Several members: the last one tells. Its magic number may occur by chance, so a few places are tried from the end.
        var end = body.Length;
        for (var tries = 0; tries < 4; tries++)
        {
            var at = body[..end].LastIndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
            if (at <= 0)
            {
                return false;
            }
            if (unpack(at) is { } last && HasTrailer(body[at..], last))
            {
                return true;
            }
            end = at;
        }
        return false;
    }

    private static bool HasTrailer(ReadOnlySpan<byte> body, ReadOnlySpan<byte> content)
    {
        Span<byte> trailer = stackalloc byte[TrailerBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Checksum(content));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)content.Length);
        return body.LastIndexOf(trailer) >= 10;
    }

    // CRC-32 of RFC 1952, section 8, four bits at a time: asked seldom, so a table of sixteen is enough.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table =
        [
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        ];
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            crc = (crc >> 4) ^ table[(int)(crc & 15)];
            crc = (crc >> 4) ^ table[(int)(crc & 15)];
        }
        return ~crc;
    }
}
