using System.IO.Compression;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Undoes content codings (gzip, deflate, br) within limits of size and expansion.</summary>
internal static class ContentDecoder
{
    // Real servers send one coding, misconfigured chains two.
    private const int MaxCodings = 3;

    // Below this the expansion says nothing: a page of blanks is no attack.
    private const int AlwaysFine = 1024 * 1024;

    /// <summary>
    /// The bytes a body stands for. A body that is declared gzip but is not is taken as it is, for servers declare what a
    /// proxy of theirs undid; one that is gzip undeclared is unpacked.
    /// </summary>
    /// <param name="body">As received.</param>
    /// <param name="codings">As declared, in the order in which they were applied.</param>
    /// <param name="maxBytes">Largest result, in bytes.</param>
    /// <param name="maxExpansion">Largest ratio of result to body once the result is past 1 MB.</param>
    public static DecodedBody Decode(ReadOnlyMemory<byte> body, IReadOnlyList<string> codings, int maxBytes, int maxExpansion)
    {
        List<string> known = [];
        foreach (var coding in codings)
        {
            var name = coding.Trim().ToLowerInvariant();
            if (name is "gzip" or "x-gzip" or "deflate" or "br")
            {
                known.Add(name);
            }
            else if (name is not ("" or "identity" or "none" or "utf-8" or "utf8" or "iso-8859-1" or "binary"))
            {
                return DecodedBody.Failed(FailureKind.BadEncoding, name.Length > 40 ? name[..40] : name);
            }
        }
        if (known.Count > MaxCodings)
        {
            return DecodedBody.Failed(FailureKind.TooCompressed, $"{known.Count} layers");
        }
        if (known.Count == 0 && IsGzip(body.Span))
        {
            known.Add("gzip");
        }
        // Bombs are layered; the limit holds from the first byte received to the last unpacked.
        var limit = (int)Math.Min(maxBytes, Math.Max(AlwaysFine, (long)body.Length * maxExpansion));
        for (var i = known.Count - 1; i >= 0 && body.Length > 0; i--)
        {
            if (known[i] is "gzip" or "x-gzip" && !IsGzip(body.Span))
            {
                continue;
            }
            var step = Unpack(body, known[i], limit, maxBytes);
            if (step.Failure is not null)
            {
                return step;
            }
            body = step.Content;
        }
        return new DecodedBody(body, null, null);
    }

    /// <summary>Whether bytes begin as gzip does (RFC 1952: magic number, method deflate).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    private static DecodedBody Unpack(ReadOnlyMemory<byte> body, string coding, int limit, int maxBytes)
    {
        using var source = new ReadOnlyMemoryStream(body);
        using Stream unpacked = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" when IsZlib(body.Span) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            _ => new GZipStream(source, CompressionMode.Decompress),
        };
        using var content = new MemoryStream(Math.Min(limit, body.Length * 4));
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                if (content.Length + read > limit)
                {
                    return limit == maxBytes
                        ? DecodedBody.Failed(FailureKind.TooLarge, $"over {Size(maxBytes)} unpacked")
                        : DecodedBody.Failed(FailureKind.TooCompressed, $"{Size(body.Length)} to over {Size(limit)}");
                }
                content.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            return DecodedBody.Failed(FailureKind.BadEncoding, $"not proper {coding}");
        }
        return new DecodedBody(content.GetBuffer().AsMemory(0, (int)content.Length), null, null);
    }

    // RFC 1950: method 8, window at most 32 KB, header divisible by 31. What servers call deflate is either this or bare.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && bytes[0] >> 4 <= 7 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static string Size(int bytes) => bytes >= 1_048_576 ? $"{bytes / 1_048_576} MB" : $"{Math.Max(1, bytes / 1024)} KB";
}
