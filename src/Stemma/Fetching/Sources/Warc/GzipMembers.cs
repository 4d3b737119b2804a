namespace Stemma.Fetching;

/// <summary>
/// Cuts a gzip file into its members without unpacking it, at each place where the bytes look like the head of one (RFC 1952:
/// magic number, deflate, no reserved flag). So a corrupt member costs itself alone. The same bytes occur inside members about
/// once in four thousand million; then <see cref="ExtendAsync"/> joins the pieces, and <see cref="Retract"/> parts them again.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="maxBytes">Longest member, packed; longer ones come in pieces that do not unpack.</param>
internal sealed class GzipMembers(Stream stream, int maxBytes)
{
    private const int ShortestMember = 18;

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _next;
    private int _lastPiece;
    private int _end;
    private bool _isLast;

    /// <summary>The member at hand; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Current => _buffer.AsMemory(_start, _next - _start);

    /// <summary>What the last extension added.</summary>
    public ReadOnlyMemory<byte> LastPiece => _buffer.AsMemory(_start + _lastPiece, _next - _start - _lastPiece);

    /// <summary>Whether bytes follow the current member.</summary>
    public bool HasMore => _next < _end || !_isLast;

    /// <summary>What was read ahead beyond the current member.</summary>
    public ReadOnlyMemory<byte> ReadAhead => _buffer.AsMemory(_next, _end - _next);

    /// <summary>Moves to the next member; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _start = _next;
        await SeekAsync(_start + 1, cancellationToken).ConfigureAwait(false);
        return _next > _start;
    }

    /// <summary>Adds the following piece to the current one; false where there is none or it would be too long.</summary>
    public async ValueTask<bool> ExtendAsync(CancellationToken cancellationToken)
    {
        if (!HasMore || _next - _start >= maxBytes)
        {
            return false;
        }
        _lastPiece = _next - _start;
        await SeekAsync(_next + 1, cancellationToken).ConfigureAwait(false);
        return _next - _start > _lastPiece;
    }

    /// <summary>Takes the last extension back: it is a member of its own.</summary>
    public void Retract() => _next = _start + _lastPiece;

    // Sets the end of the current member to the next head at or after a place, or to the end of the file or the limit.
    private async ValueTask SeekAsync(int from, CancellationToken cancellationToken)
    {
        var offset = from - _start;
        while (true)
        {
            var at = offset;
            while (_start + at < _end)
            {
                var found = _buffer.AsSpan(_start + at, _end - _start - at).IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);
                if (found < 0)
                {
                    break;
                }
                at += found;
                if (_start + at + 3 < _end && _buffer[_start + at + 3] < 0x20 && at >= ShortestMember)
                {
                    _next = _start + at;
                    return;
                }
                at++;
            }
            if (_isLast || _end - _start > maxBytes)
            {
                _next = _end;
                return;
            }
            // A head may straddle two reads.
            offset = Math.Max(offset, _end - _start - 3);
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _next, _end) = (0, _next - _start, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isLast = read == 0;
    }
}
