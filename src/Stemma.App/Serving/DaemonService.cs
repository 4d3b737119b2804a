using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Stemma.App.Serving;

/// <summary>Asks feeds and makes stories of what comes in, as long as the server runs.</summary>
internal sealed partial class DaemonService(Daemon daemon, ServerSetup setup, ILogger<DaemonService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!setup.RunsDaemon)
        {
            return;
        }
        // Not before the server answers: the first page does not wait for it.
        await Task.Yield();
        try
        {
            await daemon.RunAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left stands in the store.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Stopped(log, e);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Stemma has stopped asking feeds and making stories: restart it.")]
    private static partial void Stopped(ILogger log, Exception e);
}
