namespace Stemma.Fetching;

/// <summary>What was read ahead of a stream, then the rest of it.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _first = first;
    private ReadOnlyMemory<byte> _second = second;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Take(buffer) is > 0 and var taken ? taken : rest.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Take(buffer.Span) is > 0 and var taken ? taken : await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        if (_first.IsEmpty)
        {
            (_first, _second) = (_second, default);
        }
        var count = Math.Min(buffer.Length, _first.Length);
        _first.Span[..count].CopyTo(buffer);
        _first = _first[count..];
        return count;
    }
}
