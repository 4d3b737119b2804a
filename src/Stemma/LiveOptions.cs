namespace Stemma;

/// <summary>Figures of the pipeline that runs for good. None of them changes what comes out, only when.</summary>
public sealed record LiveOptions
{
    /// <summary>Articles read at the same time; one for each core by default.</summary>
    public int Readers { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Most articles read, put in stories and committed together.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>How long to wait before looking for work nobody told of.</summary>
    public TimeSpan IdleWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the newest stories are looked at again, if articles came.</summary>
    public TimeSpan LookAgainAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After so many articles what the clusterer knows is written down, so that a restart is quick.</summary>
    public int RememberEvery { get; init; } = 1000;
}
