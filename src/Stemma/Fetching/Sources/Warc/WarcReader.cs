using System.Globalization;
using System.Text;

namespace Stemma.Fetching;

/// <summary>
/// Reads the records of an unpacked WARC stream one by one, in memory bounded by the longest block allowed. What is no record is
/// passed over up to the next line that begins one.
/// </summary>
/// <param name="stream">Unpacked bytes.</param>
/// <param name="maxBlockBytes">Longest block read.</param>
internal sealed class WarcReader(Stream stream, int maxBlockBytes)
{
    private const int MaxHeadBytes = 64 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;

    /// <summary>Number of the last record read.</summary>
    public int Number { get; set; }

    /// <summary>The next record; null at the end. Throws what the stream throws.</summary>
    public async ValueTask<WarcRecord?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await SkipBlankAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }
        Number++;
        await HaveAsync(8, cancellationToken).ConfigureAwait(false);
        if (!Unread.StartsWith("WARC/"u8))
        {
            await SeekRecordAsync(cancellationToken).ConfigureAwait(false);
            return WarcRecord.Broken(Number, WarcFault.Garbage);
        }
        var head = await HeadLengthAsync(cancellationToken).ConfigureAwait(false);
        if (head < 0)
        {
            var fault = _isLast ? WarcFault.Cut : WarcFault.Garbage;
            _start = Math.Min(_end, _start + 5);
            await SeekRecordAsync(cancellationToken).ConfigureAwait(false);
            return WarcRecord.Broken(Number, fault);
        }
        var fields = Fields(Unread[..head]);
        _start += head;
        if (!fields.TryGetValue("content-length", out var text)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            await SeekRecordAsync(cancellationToken).ConfigureAwait(false);
            return WarcRecord.Broken(Number, WarcFault.Garbage, fields);
        }
        if (length > maxBlockBytes)
        {
            var whole = await SkipAsync(length, cancellationToken).ConfigureAwait(false);
            return WarcRecord.Broken(Number, whole ? WarcFault.TooLong : WarcFault.Cut, fields);
        }
        if (!await HaveAsync((int)length, cancellationToken).ConfigureAwait(false))
        {
            _start = _end;
            return WarcRecord.Broken(Number, WarcFault.Cut, fields);
        }
        var block = _buffer.AsMemory(_start, (int)length);
        _start += (int)length;
        return new WarcRecord(Number) { Fields = fields, Block = block };
    }

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    private async ValueTask<bool> SkipBlankAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = Unread.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            if (at >= 0)
            {
                _start += at;
                return true;
            }
            _start = _end;
            if (!await HaveAsync(1, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
    }

    // To the next line that begins a record; a few bytes are kept each time, for the line may straddle two reads.
    private async ValueTask SeekRecordAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var at = Unread.IndexOf("\nWARC/"u8);
            if (at >= 0)
            {
                _start += at + 1;
                return;
            }
            _start = Math.Max(_start, _end - 5);
            if (_isLast)
            {
                _start = _end;
                return;
            }
            await HaveAsync(_end - _start + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    // Length of the head with its blank line; -1 where there is none within the limit.
    private async ValueTask<int> HeadLengthAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (at, size) = (Unread.IndexOf("\r\n\r\n"u8), 4);
            if (at < 0)
            {
                (at, size) = (Unread.IndexOf("\n\n"u8), 2);
            }
            if (at >= 0)
            {
                return at + size;
            }
            if (_isLast || _end - _start > MaxHeadBytes)
            {
                return -1;
            }
            await HaveAsync(_end - _start + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, string> Fields(ReadOnlySpan<byte> head)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(head).AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                fields.TryAdd(line[..colon].Trim().ToString().ToLowerInvariant(), line[(colon + 1)..].Trim().ToString());
            }
        }
        return fields;
    }

    private async ValueTask<bool> SkipAsync(long length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            var step = (int)Math.Min(length, _end - _start);
            _start += step;
            length -= step;
            if (length > 0 && !await HaveAsync(1, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }
        return true;
    }

    // Reads until so many bytes are unread; false where the stream ends before.
    private async ValueTask<bool> HaveAsync(int count, CancellationToken cancellationToken)
    {
        if (_end - _start >= count)
        {
            return true;
        }
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        while (_end < count && !_isLast)
        {
            if (_end == _buffer.Length)
            {
                // Grown by what has come, not by what was announced: a false length costs no memory.
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            _isLast = read == 0;
        }
        return _end >= count;
    }
}
