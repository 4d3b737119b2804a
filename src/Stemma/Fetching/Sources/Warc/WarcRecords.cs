using System.IO.Compression;

namespace Stemma.Fetching;

/// <summary>
/// The records of a WARC file, packed or not. A packed one has one gzip member for each record; members are unpacked one by one,
/// so that a corrupt one is left out alone. A file packed as a whole, against the standard, is read as one stream.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="maxBlockBytes">Longest block read.</param>
internal sealed class WarcRecords(Stream file, int maxBlockBytes) : IDisposable
{
    // Chance pieces of a member that are joined before it is given up as corrupt.
    private const int MaxPieces = 4;

    private readonly MemoryStream _unpacked = new();
    private GzipMembers? _members;
    private WarcReader? _reader;
    private bool _isStream;
    private bool _isFirst = true;
    private int _number;

    /// <summary>Why the file could not be read to its end; null where it was.</summary>
    public string? ReadError { get; private set; }

    /// <summary>The next record; null at the end. Never throws but on cancellation.</summary>
    public async ValueTask<WarcRecord?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (_reader is not null)
                {
                    if (await _reader.NextAsync(cancellationToken).ConfigureAwait(false) is { } record)
                    {
                        _number = _reader.Number;
                        return record;
                    }
                    if (_isStream)
                    {
                        return null;
                    }
                    _reader = null;
                }
                if (_isFirst)
                {
                    if (await BeginAsync(cancellationToken).ConfigureAwait(false) is { } first)
                    {
                        return WarcRecord.Broken(++_number, first);
                    }
                    continue;
                }
                if (!await _members!.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    return null;
                }
                if (await UnpackAsync(cancellationToken).ConfigureAwait(false) is { } fault)
                {
                    return WarcRecord.Broken(++_number, fault);
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            ReadError = e.Message;
            return null;
        }
    }

    public void Dispose() => _unpacked.Dispose();

    private async ValueTask<WarcFault?> BeginAsync(CancellationToken cancellationToken)
    {
        _isFirst = false;
        _members = new GzipMembers(file, maxBlockBytes * 2);
        var hasBytes = await _members.NextAsync(cancellationToken).ConfigureAwait(false);
        if (!hasBytes || !ContentDecoder.IsGzip(_members.Current.Span))
        {
            StreamOn(new JoinedStream(_members.Current, _members.ReadAhead, file));
        }
        else if (await UnpackAsync(cancellationToken).ConfigureAwait(false) is { } fault)
        {
            if (fault == WarcFault.TooLong || !_members.HasMore)
            {
                // Packed as a whole, or with a first record beyond the limit; what is wrong with it is told when it is read.
                var joined = new JoinedStream(_members.Current, _members.ReadAhead, file);
                StreamOn(new GZipStream(joined, CompressionMode.Decompress));
                return null;
            }
            return fault;
        }
        return null;
    }

    private void StreamOn(Stream stream)
    {
        _isStream = true;
        _reader = new WarcReader(stream, maxBlockBytes);
    }

    // Unpacks the member at hand and sets a reader upon it; or tells why that cannot be done. Only a member that ends too soon can
    // be one that was parted by chance; if what follows is a record by itself, it was not.
    private async ValueTask<WarcFault?> UnpackAsync(CancellationToken cancellationToken)
    {
        for (var pieces = 1; ; pieces++)
        {
            var state = Unpack(_members!.Current);
            if (state is null)
            {
                _unpacked.Position = 0;
                _reader = new WarcReader(_unpacked, maxBlockBytes) { Number = _number };
                return null;
            }
            if (state is not WarcFault.Cut || pieces == MaxPieces
                || !await _members.ExtendAsync(cancellationToken).ConfigureAwait(false))
            {
                return state;
            }
            if (Unpack(_members.LastPiece) is null && _unpacked.GetBuffer().AsSpan().StartsWith("WARC/"u8))
            {
                _members.Retract();
                return WarcFault.Cut;
            }
        }
    }

    private WarcFault? Unpack(ReadOnlyMemory<byte> member)
    {
        _unpacked.SetLength(0);
        try
        {
            using var gzip = new GZipStream(new ReadOnlyMemoryStream(member), CompressionMode.Decompress);
            var buffer = new byte[32 * 1024];
            int read;
            while ((read = gzip.Read(buffer)) > 0)
            {
                if (_unpacked.Length + read > maxBlockBytes)
                {
                    return WarcFault.TooLong;
                }
                _unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return WarcFault.Garbage;
        }
        return GzipEnd.IsWhole(member.Span, _unpacked.GetBuffer().AsSpan(0, (int)_unpacked.Length), _ => null) ? null : WarcFault.Cut;
    }
}
