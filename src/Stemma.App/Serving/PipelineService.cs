using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Stemma.App.Serving;

/// <summary>Makes stories of what comes in, as long as the server runs.</summary>
internal sealed partial class PipelineService(Daemon pipeline, ServerSetup setup, ILogger<PipelineService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!setup.RunsPipeline)
        {
            return;
        }
        // Not before the server answers: the first page does not wait for it.
        await Task.Yield();
        try
        {
            await pipeline.RunAsync(stoppingToken).ConfigureAwait(false);
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

    [LoggerMessage(Level = LogLevel.Critical, Message = "The pipeline stopped: no more stories are made until a restart.")]
    private static partial void Stopped(ILogger log, Exception e);
}
