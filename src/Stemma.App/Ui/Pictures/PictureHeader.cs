using System.Buffers.Binary;

namespace Stemma.App.Ui.Pictures;

/// <summary>
/// What a picture is by its first bytes: PNG, JPEG, GIF, WebP or AVIF, and how many pixels it has. Whatever the server called it does
/// not count, and nothing is decoded. SVG is no picture here: it can carry scripts and fetch.
/// </summary>
/// <param name="MediaType">As it is sent on.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct PictureHeader(string MediaType, int Width, int Height)
{
    // A browser needs four bytes a pixel to show it: 40 million are 160 MB.
    private const int MostSide = 12_000;
    private const long MostPixels = 40_000_000;
    private const int MostSegments = 400;

    /// <summary>Whether a browser can be asked to show it.</summary>
    public bool IsOfSensibleSize => Width is > 0 and <= MostSide && Height is > 0 and <= MostSide && (long)Width * Height <= MostPixels;

    /// <summary>The header of the bytes; null where they are none of the five kinds or tell no size. Time is bounded whatever they hold.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> bytes) =>
        IsPng(bytes) ? Png(bytes)
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? Gif(bytes)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(bytes)
        : bytes.Length > 16 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? WebP(bytes)
        : bytes.Length > 16 && bytes[4..].StartsWith("ftyp"u8) ? Avif(bytes)
        : null;

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static PictureHeader? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[12..].StartsWith("IHDR"u8) ? Of("image/png", Big32(bytes, 16), Big32(bytes, 20)) : null;

    private static PictureHeader? Gif(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 10 ? Of("image/gif", Little16(bytes, 6), Little16(bytes, 8)) : null;

    // The size stands in the frame header, SOF0 to SOF15 but for the tables among them; before it come segments with their lengths.
    private static PictureHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        for (var segments = 0; segments < MostSegments && at + 9 < bytes.Length && bytes[at] == 0xFF; segments++)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Of("image/jpeg", Big16(bytes, at + 7), Big16(bytes, at + 5));
            }
            if (marker is 0xD9 or 0xDA)
            {
                return null;
            }
            at += 2 + Math.Max(2, Big16(bytes, at + 2));
        }
        return null;
    }

    private static PictureHeader? WebP(ReadOnlySpan<byte> bytes)
    {
        var chunk = bytes[12..];
        return chunk.StartsWith("VP8X"u8) && bytes.Length >= 30 ? Of("image/webp", Little24(bytes, 24) + 1, Little24(bytes, 27) + 1)
            : chunk.StartsWith("VP8L"u8) && bytes.Length >= 25 && bytes[20] == 0x2F ? Lossless(BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]))
            : chunk.StartsWith("VP8 "u8) && bytes.Length >= 30 ? Of("image/webp", Little16(bytes, 26) & 0x3FFF, Little16(bytes, 28) & 0x3FFF)
            : null;
        static PictureHeader? Lossless(uint bits) => Of("image/webp", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    // The largest "ispe" (image spatial extents) among the first boxes: thumbnails have one of their own.
    private static PictureHeader? Avif(ReadOnlySpan<byte> bytes)
    {
        var brands = bytes[8..Math.Min(bytes.Length, 8 + Math.Clamp(Big32(bytes, 0) - 8, 0, 64))];
        if (brands.IndexOf("avif"u8) < 0 && brands.IndexOf("avis"u8) < 0)
        {
            return null;
        }
        PictureHeader? largest = null;
        var rest = bytes[..Math.Min(bytes.Length, 16 * 1024)];
        for (int at = rest.IndexOf("ispe"u8), seen = 0; at >= 0 && seen < MostSegments; at = rest.IndexOf("ispe"u8), seen++)
        {
            if (at + 16 <= rest.Length && Of("image/avif", Big32(rest, at + 8), Big32(rest, at + 12)) is { } header
                && (largest is not { } before || (long)header.Width * header.Height > (long)before.Width * before.Height))
            {
                largest = header;
            }
            rest = rest[(at + 4)..];
        }
        return largest;
    }

    private static PictureHeader? Of(string mediaType, int width, int height) => width > 0 && height > 0 ? new PictureHeader(mediaType, width, height) : null;

    private static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Big32(ReadOnlySpan<byte> bytes, int at) => (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));

    private static int Little16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int Little24(ReadOnlySpan<byte> bytes, int at) => bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
}
