using System.Buffers;
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

    /// <summary>What the beginning of a gzip file unpacks to, up to a length; empty where it is broken from the start.</summary>
    public static ReadOnlyMemory<byte> Beginning(ReadOnlyMemory<byte> head, int maxBytes)
    {
        using var unpacked = new GZipStream(new ReadOnlyMemoryStream(head), CompressionMode.Decompress);
        var content = new byte[maxBytes];
        var length = 0;
        try
        {
            int read;
            while (length < maxBytes && (read = unpacked.Read(content.AsSpan(length))) > 0)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before is enough to tell.
        }
        return content.AsMemory(0, length);
    }

    /// <summary>Whether bytes begin as gzip does (RFC 1952: magic number, method deflate).</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    private static DecodedBody Unpack(ReadOnlyMemory<byte> body, string coding, int limit, int maxBytes)
    {
        using var content = new MemoryStream((int)Math.Min(limit, body.Length * 4L));
        var state = coding == "br" ? UnpackBrotli(body.Span, content, limit) : Unpack(body, coding, content, limit);
        if (state == UnpackState.Whole && coding is "gzip" or "x-gzip"
            && !GzipEnd.IsWhole(body.Span, Written(content).Span, at => UnpackLast(body[at..], limit)))
        {
            state = UnpackState.Cut;
        }
        return state switch
        {
            UnpackState.Whole => new DecodedBody(Written(content), null, null),
            UnpackState.OverLimit when limit == maxBytes =>
                DecodedBody.Failed(FailureKind.TooLarge, $"over {Size(maxBytes)} unpacked"),
            UnpackState.OverLimit =>
                DecodedBody.Failed(FailureKind.TooCompressed, $"{Size(body.Length)} to over {Size(limit)}"),
            UnpackState.Cut => DecodedBody.Failed(FailureKind.BadEncoding, $"{coding} cut off"),
            _ => DecodedBody.Failed(FailureKind.BadEncoding, $"not proper {coding}"),
        };
    }

    private static UnpackState Unpack(ReadOnlyMemory<byte> body, string coding, MemoryStream content, int limit)
    {
        using var source = new ReadOnlyMemoryStream(body);
        using Stream unpacked = coding switch
        {
            "deflate" when IsZlib(body.Span) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            _ => new GZipStream(source, CompressionMode.Decompress),
        };
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = unpacked.Read(buffer)) > 0)
            {
                if (content.Length + read > limit)
                {
                    return UnpackState.OverLimit;
                }
                content.Write(buffer, 0, read);
            }
            return UnpackState.Whole;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return UnpackState.Broken;
        }
    }

    // The stream of the framework takes a cut body for a whole one; the decoder beneath it tells.
    private static UnpackState UnpackBrotli(ReadOnlySpan<byte> body, MemoryStream content, int limit)
    {
        using var decoder = new BrotliDecoder();
        var buffer = new byte[32 * 1024];
        while (true)
        {
            var status = decoder.Decompress(body, buffer, out var consumed, out var written);
            body = body[consumed..];
            if (content.Length + written > limit)
            {
                return UnpackState.OverLimit;
            }
            content.Write(buffer, 0, written);
            if (status != OperationStatus.DestinationTooSmall)
            {
                return status switch
                {
                    OperationStatus.Done => UnpackState.Whole,
                    OperationStatus.NeedMoreData => UnpackState.Cut,
                    _ => UnpackState.Broken,
                };
            }
        }
    }

    private static byte[]? UnpackLast(ReadOnlyMemory<byte> member, int limit)
    {
        using var content = new MemoryStream();
        return Unpack(member, "gzip", content, limit) == UnpackState.Whole ? content.ToArray() : null;
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream content) => content.GetBuffer().AsMemory(0, (int)content.Length);

    private enum UnpackState
    {
        Whole,
        Cut,
        Broken,
        OverLimit,
    }

    // RFC 1950: method 8, window at most 32 KB, header divisible by 31. What servers call deflate is either this or bare.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && bytes[0] >> 4 <= 7 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static string Size(int bytes) => bytes >= 1_048_576 ? $"{bytes / 1_048_576} MB" : $"{Math.Max(1, bytes / 1024)} KB";
}
