using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Stemma.App.Serving;

/// <summary>Sends the counters to a collector, where one is named by OpenTelemetry's own environment variable; else nothing is loaded.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void Add(IServiceCollection services, Func<string, string?> environment)
    {
        if (environment(Endpoint) is { Length: > 0 })
        {
            services.AddSingleton(static _ => Create());
            services.AddHostedService<Started>();
        }
    }

    private static MeterProvider Create() => Sdk.CreateMeterProviderBuilder()
        .AddMeter("Stemma", "Microsoft.AspNetCore.Hosting", "System.Runtime")
        .AddOtlpExporter()
        .Build();

    /// <summary>Makes the sender when the host starts, and no earlier.</summary>
    [SuppressMessage("Performance", "CA1812", Justification = "Made by the host.")]
    private sealed class Started(MeterProvider provider) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            provider.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
