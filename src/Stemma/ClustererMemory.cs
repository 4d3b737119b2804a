using System.Buffers.Binary;
using Stemma.Storage;

namespace Stemma;

/// <summary>
/// What the clusterer knows, kept in the store in parts, so that no more than one part of it is in memory twice. Two sets of parts
/// take turns; the head, written last, says which is whole.
/// </summary>
internal sealed class ClustererMemory(IStore store)
{
    private const string Name = "clusterer.head";
    private const int HeadBytes = 8;
    private const int PartBytes = 1 << 20;
    private int _set;

    /// <summary>Writes it down.</summary>
    /// <param name="atTurn">The last decision in it.</param>
    /// <param name="write">Writes what is known.</param>
    public async Task SaveAsync(long atTurn, Action<Stream> write)
    {
        var file = TemporaryFile.Open();
        await using (file.ConfigureAwait(false))
        {
            write(file);
            file.Position = 0;
            _set = 1 - _set;
            var part = new byte[PartBytes];
            var count = 0;
            while (await file.ReadAtLeastAsync(part, PartBytes, throwOnEndOfStream: false).ConfigureAwait(false) is > 0 and var length)
            {
                await store.RememberAsync(NameOf(_set, count++), atTurn, part.AsMemory(0, length)).ConfigureAwait(false);
            }
            var head = new byte[HeadBytes];
            BinaryPrimitives.WriteInt32LittleEndian(head, _set);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), count);
            await store.RememberAsync(Name, atTurn, head).ConfigureAwait(false);
        }
    }

    /// <summary>What was written down last, to be disposed of; null where nothing was, or not all of it is there.</summary>
    public async Task<(long AtTurn, Stream Content)?> RecallAsync(CancellationToken cancellationToken)
    {
        if (await store.RecallAsync(Name, cancellationToken).ConfigureAwait(false) is not { Content: { Length: HeadBytes } head, AtTurn: var turn })
        {
            return null;
        }
        _set = BinaryPrimitives.ReadInt32LittleEndian(head);
        var file = TemporaryFile.Open();
        for (var i = 0; i < BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4)); i++)
        {
            if (await store.RecallAsync(NameOf(_set, i), cancellationToken).ConfigureAwait(false) is not { } part || part.AtTurn != turn)
            {
                await file.DisposeAsync().ConfigureAwait(false);
                return null;
            }
            await file.WriteAsync(part.Content, cancellationToken).ConfigureAwait(false);
        }
        file.Position = 0;
        return (turn, file);
    }

    private static string NameOf(int set, int part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"clusterer.{set}/{part}");
}
