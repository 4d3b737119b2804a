using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Stemma.Alerting;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Sends readers' alerts, as long as the server runs.</summary>
internal sealed partial class AlertService(IStore store, ServerSetup setup, AlertSenders senders, ILogger<AlertService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!setup.RunsDaemon)
        {
            return;
        }
        // Not before the server answers: the first page does not wait for it.
        await Task.Yield();
        var deliverer = new AlertDeliverer(store, setup.Clock, senders.SendAsync) { Fault = (what, fault) => Failed(log, what, fault) };
        await deliverer.RunAsync(stoppingToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed through a fault of Stemma's own; the rest goes on.")]
    private static partial void Failed(ILogger log, string what, Exception e);
}
