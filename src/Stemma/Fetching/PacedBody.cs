using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Reads the body of an answer, cutting off what is too long or comes too slowly.</summary>
/// <param name="options">The limits.</param>
/// <param name="clock">Measures the pace.</param>
internal sealed class PacedBody(FetchOptions options, TimeProvider clock)
{
    /// <summary>The bytes as received, or why they were cut off. Throws what the stream throws.</summary>
    /// <param name="stream">The body, not yet decompressed.</param>
    /// <param name="announced">Its length as the server told it, a hint alone; null for unknown.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public async Task<DecodedBody> ReadAsync(Stream stream, long? announced, CancellationToken cancellationToken)
    {
        if (announced > options.MaxBytes)
        {
            return DecodedBody.Failed(FailureKind.TooLarge, $"over {Limit}");
        }
        var started = clock.GetTimestamp();
        using var content = new MemoryStream((int)Math.Min(announced ?? 16 * 1024, 256 * 1024));
        var buffer = new byte[32 * 1024];
        // A server that stops altogether is caught by this timer, one that drips by the check below.
        using var stall = new CancellationTokenSource(options.SlowGrace, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, either.Token).ConfigureAwait(false)) > 0)
            {
                if (content.Length + read > options.MaxBytes)
                {
                    return DecodedBody.Failed(FailureKind.TooLarge, $"over {Limit}");
                }
                content.Write(buffer, 0, read);
                var elapsed = clock.GetElapsedTime(started);
                if (elapsed > options.SlowGrace && content.Length < elapsed.TotalSeconds * options.MinBytesPerSecond)
                {
                    return Slow(content.Length, elapsed);
                }
                stall.CancelAfter(options.SlowGrace);
            }
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Slow(content.Length, clock.GetElapsedTime(started));
        }
        return new DecodedBody(content.GetBuffer().AsMemory(0, (int)content.Length), null, null);
    }

    private string Limit => $"{options.MaxBytes / 1_048_576.0:0.#} MB";

    private static DecodedBody Slow(long bytes, TimeSpan elapsed) =>
        DecodedBody.Failed(FailureKind.TooSlow, $"{bytes} bytes in {elapsed.TotalSeconds:0.0} s");
}
