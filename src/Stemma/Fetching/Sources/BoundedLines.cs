namespace Stemma.Fetching;

/// <summary>Reads the lines of a stream, each up to a length; longer ones are passed over in bounded memory.</summary>
/// <param name="stream">Bytes; a byte order mark is the caller's affair.</param>
/// <param name="maxBytes">Longest line, its end left out.</param>
internal sealed class BoundedLines(Stream stream, int maxBytes) : IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;

    /// <summary>
    /// The next line without its end; valid until the next call. An empty result with <see cref="IsTooLong"/> stands for one that
    /// was passed over; null is the end.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = _buffer.AsMemory(_start, searched + at);
                _start += searched + at + 1;
                IsTooLong |= line.Length > maxBytes;
                return IsTooLong ? ReadOnlyMemory<byte>.Empty : Trimmed(line);
            }
            searched = _end - _start;
            if (_isLast)
            {
                if (searched == 0 && !IsTooLong)
                {
                    return null;
                }
                var rest = _buffer.AsMemory(_start, searched);
                _start = _end;
                IsTooLong |= searched > maxBytes;
                return IsTooLong ? ReadOnlyMemory<byte>.Empty : Trimmed(rest);
            }
            if (searched > maxBytes)
            {
                IsTooLong = true;
                _start = _end;
                searched = 0;
            }
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the line just read was too long.</summary>
    public bool IsTooLong { get; private set; }

    public void Dispose() => stream.Dispose();

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isLast = read == 0;
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line) => line.Span is [.., (byte)'\r'] ? line[..^1] : line;
}
