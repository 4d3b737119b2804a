namespace Stemma.Fetching;

/// <summary>Reads a stream up to a limit.</summary>
internal static class BoundedReading
{
    /// <summary>The whole stream, or null once it proves longer than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                return null;
            }
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }
}
