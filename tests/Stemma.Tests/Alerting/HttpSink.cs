using System.Net;

namespace Stemma.Tests.Alerting;

/// <summary>A server on this machine that keeps what is posted to it.</summary>
internal sealed class HttpSink : IDisposable
{
    private readonly HttpListener _listener = new();

    public HttpSink()
    {
        for (var port = 30_000 + (Environment.ProcessId % 10_000); ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                _listener.Start();
                Url = new Uri($"http://127.0.0.1:{port}/hook");
                break;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
                // Taken; the next one.
            }
        }
        _ = ServeAsync();
    }

    public Uri Url { get; }

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 204;

    public string? RetryAfter { get; set; }

    public List<(Dictionary<string, string> Headers, byte[] Body)> Posts { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                lock (Posts)
                {
                    Posts.Add((context.Request.Headers.AllKeys.ToDictionary(k => k!, k => context.Request.Headers[k]!, StringComparer.OrdinalIgnoreCase), body.ToArray()));
                }
                context.Response.StatusCode = Status;
                if (RetryAfter is not null)
                {
                    context.Response.Headers["Retry-After"] = RetryAfter;
                }
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
