using System.IO.Compression;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Opens the files of sources.</summary>
internal static class SourceFile
{
    /// <summary>A stream of the file, read ahead in large pieces; gzip undone, whatever the file is called.</summary>
    public static Stream Open(string path)
    {
        var file = OpenRaw(path);
        if (!file.CanSeek)
        {
            // A pipe cannot be looked at and then read from its start.
            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        Span<byte> head = stackalloc byte[3];
        var isPacked = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && ContentDecoder.IsGzip(head);
        file.Position = 0;
        return isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>A stream of the file as it lies there.</summary>
    public static FileStream OpenRaw(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 128 * 1024, FileOptions.SequentialScan);

    /// <summary>The stream, or why it cannot be opened.</summary>
    public static (Stream? Stream, ItemFailure? Failure) Try(string path, Func<Stream> open)
    {
        try
        {
            return (open(), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new ItemFailure(path, FailureKind.NotFound));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, new ItemFailure(path, FailureKind.NoPermission));
        }
        catch (IOException e)
        {
            return (null, new ItemFailure(path, FailureKind.Unreadable, e.Message));
        }
    }
}
