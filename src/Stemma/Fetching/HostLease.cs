namespace Stemma.Fetching;

/// <summary>A place at a host; given back when disposed.</summary>
public sealed class HostLease : IDisposable
{
    private readonly HostGate _gate;
    private bool _isBack;

    internal HostLease(HostGate gate, HostGate.Host host) => (_gate, Host) = (gate, host);

    internal HostGate.Host Host { get; }

    public void Dispose()
    {
        if (!_isBack)
        {
            _isBack = true;
            _gate.Leave(this);
        }
    }
}
