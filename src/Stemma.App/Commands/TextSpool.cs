using System.Runtime.InteropServices;
using Stemma.Storage;

namespace Stemma.App.Commands;

/// <summary>Texts that are too many to hold: in memory up to a bound, beyond it in a temporary file that goes with the process.</summary>
/// <param name="mostChars">How much is held in memory, in UTF-16 code units.</param>
internal sealed class TextSpool(long mostChars) : IDisposable
{
    private readonly List<string> _held = [];
    private readonly List<(long Start, int Length)> _places = [];
    private FileStream? _file;
    private long _chars;

    /// <summary>How many texts there are.</summary>
    public int Count => _held.Count + _places.Count;

    /// <summary>Whether all of them are held in memory.</summary>
    public bool IsHeld => _file is null;

    /// <summary>Adds a text. All are added before the first is asked for.</summary>
    /// <exception cref="IOException">There is no room for the temporary file.</exception>
    public void Add(string text)
    {
        _chars += text.Length;
        if (_file is null && _chars <= mostChars)
        {
            _held.Add(text);
            return;
        }
        _file ??= TemporaryFile.Open();
        // As UTF-16, so that every text comes back as it was, half signs too.
        _places.Add((_file.Position, text.Length));
        _file.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>The text added at that place.</summary>
    public string this[int place]
    {
        get
        {
            if (place < _held.Count)
            {
                return _held[place];
            }
            var (start, length) = _places[place - _held.Count];
            _file!.Seek(start, SeekOrigin.Begin);
            var chars = new char[length];
            _file.ReadExactly(MemoryMarshal.AsBytes(chars.AsSpan()));
            return new string(chars);
        }
    }

    public void Dispose() => _file?.Dispose();
}
