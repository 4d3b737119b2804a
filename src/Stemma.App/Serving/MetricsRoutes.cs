using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Stemma.App.Serving;

/// <summary>The counters in Prometheus' text form, for this machine unless the settings open them.</summary>
internal static class MetricsRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/metrics", MetricsAsync).WithMetadata(OpenToAll.Instance);

    private static async Task<IResult> MetricsAsync(Visit visit)
    {
        if (!visit.Setup.HasOpenMetrics && visit.Http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
        {
            return TypedResults.NotFound();
        }
        var health = await visit.Store.CountsAsync(visit.Cancel).ConfigureAwait(false);
        var text = new StringBuilder();
        Head(text, "stemma_items_total", "counter", "Items that a step is done with since the start.");
        foreach (var (step, items) in visit.Setup.Counters?.Done ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"stemma_items_total{{step=\"{step}\"}} {items}\n");
        }
        Head(text, "stemma_faults_total", "counter", "Items that failed through a fault of Stemma's own since the start.");
        text.Append(CultureInfo.InvariantCulture, $"stemma_faults_total {visit.Setup.Counters?.Faults ?? 0}\n");
        Gauge(text, "stemma_await_page", "Articles that await their page.", health.AwaitPage);
        Gauge(text, "stemma_await_reading", "Articles that await reading.", health.AwaitReading);
        Gauge(text, "stemma_stories_behind", "Stories whose brief is behind their accounts.", health.StoriesBehind);
        Gauge(text, "stemma_feeds", "Feeds.", health.Feeds);
        Gauge(text, "stemma_feeds_failing", "Feeds that failed last time.", health.FailingFeeds);
        Gauge(text, "stemma_database_bytes", "Size of the database.", health.FileBytes);
        Gauge(text, "process_resident_memory_bytes", "Memory of the process.", Environment.WorkingSet);
        return TypedResults.Text(text.ToString(), "text/plain; version=0.0.4");
    }

    private static void Gauge(StringBuilder text, string name, string help, long value)
    {
        Head(text, name, "gauge", help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
}
