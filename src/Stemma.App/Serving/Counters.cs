using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Stemma.App.Serving;

/// <summary>Counts what the daemon does, by step, for /metrics and for whatever listens to the meter <c>Stemma</c>.</summary>
internal sealed class Counters : IDisposable
{
    private readonly Meter _meter = new("Stemma");
    private readonly Counter<long> _items;
    private readonly Counter<long> _faults;
    private readonly ConcurrentDictionary<string, long> _done = new(StringComparer.Ordinal);
    private long _failed;

    public Counters()
    {
        _items = _meter.CreateCounter<long>("stemma.items", description: "Items that a step is done with.");
        _faults = _meter.CreateCounter<long>("stemma.faults", description: "Items that failed through a fault of Stemma's own.");
    }

    /// <summary>Steps by name with the items they are done with.</summary>
    public IReadOnlyList<(string Step, long Items)> Done => [.. _done.OrderBy(static d => d.Key, StringComparer.Ordinal).Select(static d => (d.Key, d.Value))];

    public long Faults => Interlocked.Read(ref _failed);

    /// <summary>Where faults are written; set once the host is built.</summary>
    public ILogger? Log { get; set; }

    public void Count(string step, int items)
    {
        _done.AddOrUpdate(step, items, (_, before) => before + items);
        _items.Add(items, new KeyValuePair<string, object?>("step", step));
    }

    public void CountFault(string what, Exception fault)
    {
        Interlocked.Increment(ref _failed);
        _faults.Add(1);
        if (Log is { } log)
        {
            ItemFailed(log, what, fault);
        }
    }

    public void Dispose() => _meter.Dispose();

    private static readonly Action<ILogger, string, Exception?> ItemFailed = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(1, nameof(ItemFailed)), "{What} failed through a fault of Stemma's own; the rest goes on.");
}
