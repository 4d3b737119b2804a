using System.IO.Compression;
using Stemma.Model;

namespace Stemma.Fetching;

/// <summary>Opens the files of sources.</summary>
internal static class SourceFile
{
    /// <summary>A stream of the file, read ahead in large pieces; gzip undone where the name says so.</summary>
    public static Stream Open(string path)
    {
        var file = OpenRaw(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
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
