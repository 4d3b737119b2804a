namespace Stemma.App.Commands;

/// <summary>
/// Held by the one process that makes stories over a database, so that no two put articles in stories at once. It is let go of by
/// the system when the process ends, however it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>The lock; null while another process holds it.</summary>
    /// <param name="folder">The folder of the database; made where it is missing.</param>
    public static FolderLock? TryTake(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FolderLock(new FileStream(
                Path.Combine(folder, "stemma.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
