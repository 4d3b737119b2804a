using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Stemma.App.Serving;

/// <summary>The door of requests at which everything is caught: a fault is logged and told, the server goes on.</summary>
internal static partial class Faults
{
    public static async Task Catch(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Answers.FailureAsync(Visit.Of(http), e.StatusCode, e.Message).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One of the two doors at which everything is caught.
        catch (Exception e) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            Failed(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Stemma.Serving"), http.Request.Path, e);
            http.Response.Clear();
            await SecurityHeaders.Add(http, static _ => Task.CompletedTask).ConfigureAwait(false);
            await Answers.FailureAsync(Visit.Of(http), StatusCodes.Status500InternalServerError, Visit.Of(http).Texts["error.fault"]).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not answer {Path}.")]
    private static partial void Failed(ILogger log, string path, Exception e);
}
