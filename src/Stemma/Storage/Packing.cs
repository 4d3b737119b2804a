using System.Buffers;
using System.IO.Compression;

namespace Stemma.Storage;

/// <summary>
/// How bytes are packed in a blob: one byte that names the way, then the bytes. Short ones stay as they are; the others are
/// Brotli at a low level (of text about a quarter is left; higher levels take five times as long for a tenth less).
/// </summary>
internal static class Packing
{
    private const byte Plain = 0;
    private const byte Brotli = 1;
    private const int WorthPacking = 200;
    private const int Quality = 2;
    private const int WindowBits = 20;

    /// <summary>The bytes, packed.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        if (content.Length >= WorthPacking)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(content.Length + 1);
            try
            {
                if (BrotliEncoder.TryCompress(content, buffer.AsSpan(1, content.Length), out var written, Quality, WindowBits))
                {
                    buffer[0] = Brotli;
                    return buffer.AsSpan(0, written + 1).ToArray();
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        return [Plain, .. content];
    }

    /// <summary>The bytes again.</summary>
    /// <exception cref="InvalidDataException">The blob was not made by <see cref="Pack"/>.</exception>
    public static byte[] Unpack(byte[] packed)
    {
        if (packed.Length == 0)
        {
            return [];
        }
        switch (packed[0])
        {
            case Plain:
                return packed[1..];
            case Brotli:
                using (var source = new BrotliStream(new MemoryStream(packed, 1, packed.Length - 1), CompressionMode.Decompress))
                using (var target = new MemoryStream(packed.Length * 4))
                {
                    source.CopyTo(target);
                    return target.ToArray();
                }
            default:
                throw new InvalidDataException($"Could not unpack a blob: way {packed[0]} is not known.");
        }
    }
}
