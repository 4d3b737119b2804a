using System.Security.Cryptography;
using System.Text;

namespace Stemma.App.Ui.Pictures;

/// <summary>
/// Pictures that readers have looked at, as files of a folder: bounded in bytes and in age, the longest unused let go of first. A file
/// that cannot be read or written is as if it were not there.
/// </summary>
/// <param name="folder">Made when first needed.</param>
/// <param name="clock">Tells the age.</param>
/// <param name="mostBytes">Of all files together.</param>
internal sealed class PictureCache(string folder, TimeProvider clock, long mostBytes = 200 << 20)
{
    // Outlets change pictures under one address seldom, and a picture is worth little after its news.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);
    private readonly Lock _tidying = new();
    private long _written = long.MaxValue;

    public async Task<byte[]?> FindAsync(Uri picture, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(PathOf(picture));
            if (!file.Exists || clock.GetUtcNow() - file.CreationTimeUtc > Longest)
            {
                return null;
            }
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken).ConfigureAwait(false);
            file.LastAccessTimeUtc = clock.GetUtcNow().UtcDateTime;
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public async Task KeepAsync(Uri picture, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = PathOf(picture);
            var part = path + "." + Guid.NewGuid().ToString("N");
            await File.WriteAllBytesAsync(part, bytes, cancellationToken).ConfigureAwait(false);
            // Whole or not at all: another request may be reading.
            File.Move(part, path, overwrite: true);
            Tidy(bytes.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or read-only disk: pictures are fetched each time then.
        }
    }

    // Counted at the start and after each twentieth of the bound, not after each picture.
    private void Tidy(int bytes)
    {
        lock (_tidying)
        {
            _written = _written > mostBytes ? _written : _written + bytes;
            if (_written < mostBytes / 20)
            {
                return;
            }
            _written = 0;
            var files = new DirectoryInfo(folder).GetFiles().OrderByDescending(static f => f.LastAccessTimeUtc).ThenBy(static f => f.Name, StringComparer.Ordinal).ToList();
            long kept = 0;
            foreach (var file in files)
            {
                kept += file.Length;
                if (kept > mostBytes || clock.GetUtcNow() - file.CreationTimeUtc > Longest)
                {
                    file.Delete();
                }
            }
        }
    }

    // The address is hashed: no name in it reaches the file system.
    private string PathOf(Uri picture) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(picture.AbsoluteUri)).AsSpan(0, 20)));
}
