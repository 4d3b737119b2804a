namespace Stemma.Fetching;

/// <summary>What a robots.txt says to one machine.</summary>
internal sealed class RobotsGroup
{
    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? Delay { get; set; }
}
