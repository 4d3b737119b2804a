using Stemma.Model;

namespace Stemma.App.Commands;

/// <summary>
/// The files that a command was told to read: a folder stands for all the files in it but hidden ones, <c>-</c> for standard input.
/// What cannot be read is told in one line and counted, and the rest goes on.
/// </summary>
internal sealed class InputFiles(TextWriter errors)
{
    /// <summary>How many could not be read so far.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The files of a path, by ordinal path.</summary>
    public static IEnumerable<string> Expand(string path) => path != "-" && Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(static f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)
        : [path];

    /// <summary>All bytes of a file; null after it was told why there are none.</summary>
    public byte[]? ReadBytes(string path)
    {
        try
        {
            if (path != "-")
            {
                return File.ReadAllBytes(path);
            }
            using var input = Console.OpenStandardInput();
            using var copy = new MemoryStream();
            input.CopyTo(copy);
            return copy.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(path, e);
            return null;
        }
    }

    /// <summary>A reader of a file's text; null after it was told why there is none.</summary>
    public StreamReader? OpenText(string path)
    {
        try
        {
            return path == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(path, e);
            return null;
        }
    }

    private void Report(string path, Exception e)
    {
        Unreadable++;
        var kind = e switch
        {
            FileNotFoundException or DirectoryNotFoundException => FailureKind.NotFound,
            UnauthorizedAccessException => FailureKind.NoPermission,
            _ => FailureKind.Unreadable,
        };
        errors.WriteLine(new ItemFailure(path, kind).Message);
    }
}
