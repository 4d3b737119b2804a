using System.Buffers.Binary;

namespace Stemma.Extraction;

/// <summary>The lines of one host, as hashes, with the number of pages each stood on.</summary>
internal sealed class HostLines(HostMemoryOptions options)
{
    private const uint Magic = 0x314C4853;

    private readonly Dictionary<ulong, (int Pages, int LastPage)> _lines = [];
    private readonly HashSet<ulong> _seen = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>How many different pages were counted, those forgotten included.</summary>
    public int Pages { get; private set; }

    /// <summary>On how many pages a line stood.</summary>
    public int PagesOf(ulong line) => _lines.GetValueOrDefault(line).Pages;

    /// <summary>
    /// Counts the lines of a page once each; does nothing for a page that was counted, under this address or another: a
    /// new version of an article, or its print view, repeats all of its lines.
    /// </summary>
    public void Add(ulong address, ulong title, IEnumerable<ulong> lines)
    {
        var isNew = Remember(address);
        isNew &= title == 0 || Remember(title);
        if (!isNew)
        {
            return;
        }
        Pages++;
        foreach (var line in lines.Distinct())
        {
            _lines[line] = (_lines.GetValueOrDefault(line).Pages + 1, Pages);
        }
        if (_lines.Count > options.MaxLines)
        {
            Forget();
        }
    }

    private bool Remember(ulong key)
    {
        if (!_seen.Add(key))
        {
            return false;
        }
        _order.Enqueue(key);
        if (_order.Count > options.MaxPages * 2)
        {
            _seen.Remove(_order.Dequeue());
        }
        return true;
    }

    /// <summary>What stands on few pages and was not seen for long goes first; a quarter at a time, so that it costs little.</summary>
    private void Forget()
    {
        foreach (var line in _lines.OrderBy(l => l.Value.Pages).ThenBy(l => l.Value.LastPage).ThenBy(l => l.Key)
            .Take(_lines.Count - (options.MaxLines * 3 / 4)).Select(l => l.Key).ToList())
        {
            _lines.Remove(line);
        }
    }

    /// <summary>All of it as bytes, the same for the same memory.</summary>
    public byte[] Save()
    {
        var bytes = new byte[16 + (8 * _order.Count) + (16 * _lines.Count)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Pages);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), _order.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), _lines.Count);
        var at = 16;
        foreach (var page in _order)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), page);
            at += 8;
        }
        foreach (var (line, (pages, last)) in _lines.OrderBy(l => l.Key))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), line);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 8), pages);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 12), last);
            at += 16;
        }
        return bytes;
    }

    /// <summary>Reads what <see cref="Save"/> wrote; null for bytes that are something else, cut short or out of bounds.</summary>
    public static HostLines? Read(ReadOnlySpan<byte> bytes, HostMemoryOptions options)
    {
        if (bytes.Length < 16 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            return null;
        }
        var pages = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var lines = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (pages < 0 || lines < 0 || bytes.Length != 16 + (8L * pages) + (16L * lines))
        {
            return null;
        }
        var host = new HostLines(options) { Pages = Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])) };
        var at = 16;
        for (var i = 0; i < pages; i++, at += 8)
        {
            var page = BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
            if (host._seen.Add(page))
            {
                host._order.Enqueue(page);
            }
        }
        for (var i = 0; i < lines; i++, at += 16)
        {
            host._lines[BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..])] =
                (BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 8)..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 12)..]));
        }
        return host;
    }
}
