namespace Stemma.App.Commands;

/// <summary>A clock that stands still, so that a run can be repeated: <c>--now</c>.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
