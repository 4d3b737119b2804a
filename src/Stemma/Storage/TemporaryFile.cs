namespace Stemma.Storage;

/// <summary>A file for what is too large for memory and of no use afterwards.</summary>
internal static class TemporaryFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>A new one, to be read and written; gone when it is closed, or when the process dies.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public static FileStream Open()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Its name goes at once: a process that is killed closes its files, and deletes none.
            File.Delete(path);
        }
        return file;
    }
}
