using System.Net;
using System.Text;

namespace Stemma.Tests.Storage;

/// <summary>A news site on this machine: one feed, and the pages of a bundled event.</summary>
internal sealed class NewsServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, byte[]> _pages = [];
    private readonly Lock _lock = new();
    private string _feed = "";
    private int _version;

    public NewsServer(string sample)
    {
        for (var port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                _listener.Start();
                Root = new Uri($"http://127.0.0.1:{port}/");
                break;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
                // Taken; the next one.
            }
        }
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Samples, sample), "*.html").Order(StringComparer.Ordinal))
        {
            _pages.Add("/" + Path.GetFileName(path), File.ReadAllBytes(path));
        }
        Publish([.. _pages.Keys]);
        _ = ServeAsync();
    }

    public Uri Root { get; }

    public Uri Feed => new(Root, "/feed.xml");

    /// <summary>Paths that the server answers with a fault of its own.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>How often each path was asked for.</summary>
    public Dictionary<string, int> Asked { get; } = [];

    public int NotModified { get; private set; }

    public IReadOnlyList<string> Paths => [.. _pages.Keys];

    /// <summary>The feed lists these pages from now on.</summary>
    public void Publish(IReadOnlyList<string> paths)
    {
        var items = paths.Select(p => $"<item><title>Entry {p}</title><link>{new Uri(Root, p)}</link><guid>{p}</guid><description>What {p} begins with.</description></item>");
        lock (_lock)
        {
            _feed = $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The invented wire</title><link>{Root}</link>{string.Concat(items)}</channel></rss>";
            _version++;
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            try
            {
                Answer(context.Request, context.Response);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The asker has left.
            }
        }
    }

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        var path = request.Url!.AbsolutePath;
        lock (_lock)
        {
            Asked[path] = Asked.GetValueOrDefault(path) + 1;
            var body = path == "/feed.xml" ? Encoding.UTF8.GetBytes(_feed) : _pages.GetValueOrDefault(path);
            if (body is null || Broken.Contains(path))
            {
                response.StatusCode = body is null ? 404 : 500;
                return;
            }
            if (path == "/feed.xml")
            {
                response.ContentType = "application/rss+xml";
                response.Headers["ETag"] = $"\"{_version}\"";
                if (request.Headers["If-None-Match"] == $"\"{_version}\"")
                {
                    NotModified++;
                    response.StatusCode = 304;
                    return;
                }
            }
            else
            {
                response.ContentType = "text/html; charset=utf-8";
            }
            response.ContentLength64 = body.Length;
            response.OutputStream.Write(body);
        }
    }
}
