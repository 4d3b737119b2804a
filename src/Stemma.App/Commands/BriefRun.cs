using Stemma.Fetching;
using Stemma.Model;
using Stemma.Outlets;

namespace Stemma.App.Commands;

/// <summary>Runs the pipeline over the inputs of <c>brief</c> or <c>explain</c>.</summary>
internal static class BriefRun
{
    /// <summary>Reads the inputs and tells their stories; failures are written as one line each.</summary>
    /// <param name="inputs">Paths, addresses or <c>-</c>.</param>
    /// <param name="outlets">The outlets known.</param>
    /// <param name="clock">Tells the latest date an article can have.</param>
    /// <param name="output">Takes progress and failures.</param>
    /// <param name="cancellationToken">Gives up at once.</param>
    public static async Task<PipelineResult> RunAsync(
        IReadOnlyList<string> inputs, OutletRegistry outlets, TimeProvider clock, CommandOutput output, CancellationToken cancellationToken)
    {
        // The network is made only for addresses: without it a run over files starts 20 ms earlier and provably stays offline.
        var options = new FetchOptions
        {
            // A person waits, and for a few pages once.
            DelayPerHost = TimeSpan.FromMilliseconds(200),
            AllowedNetworks = AddressGuard.NamedBy(inputs),
            Proxy = ProxySettings.From(Environment.GetEnvironmentVariable),
        };
        using var network = inputs.Any(i => i.Contains("://", StringComparison.Ordinal)) ? new WebFetcher(options, clock) : null;
        var fetcher = new DocumentFetcher(Console.OpenStandardInput, network, clock, options);
        PipelineResult result;
        using (var progress = new ProgressLine(output.Messages, output.IsWatched))
        {
            var pipeline = new Pipeline(fetcher, outlets) { Progress = progress.Report };
            result = await pipeline.RunAsync(inputs, cancellationToken).ConfigureAwait(false);
        }
        foreach (var failure in result.Failures)
        {
            await output.Messages.WriteLineAsync(Ui.CleanText.Of(failure.Message)).ConfigureAwait(false);
        }
        return result;
    }
}
