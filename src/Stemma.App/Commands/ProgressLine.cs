using System.Globalization;

namespace Stemma.App.Commands;

/// <summary>One line on the terminal that tells a waiting person what goes on; it appears after a second and is wiped at the end.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private readonly TextWriter _messages;
    private readonly Lock _gate = new();
    private readonly ITimer? _timer;
    private string _now = "";
    private bool _isShown;
    private bool _isDone;

    public ProgressLine(TextWriter messages, bool isWatched)
    {
        _messages = messages;
        _timer = isWatched ? TimeProvider.System.CreateTimer(_ => Show(), null, Patience, Beat) : null;
    }

    /// <summary>Tells of a step and how many items it has.</summary>
    public void Report(string step, int items) =>
        Volatile.Write(ref _now, string.Create(CultureInfo.InvariantCulture, $"{step}: {items}"));

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isDone = true;
            if (_isShown)
            {
                _messages.Write("\r\e[K");
                _messages.Flush();
            }
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (!_isDone)
            {
                _isShown = true;
                _messages.Write("\r\e[K" + Volatile.Read(ref _now) + " …");
                _messages.Flush();
            }
        }
    }
}
