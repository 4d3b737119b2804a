namespace Stemma.Fetching;

/// <summary>A line of robots.txt that allows or disallows.</summary>
/// <param name="Pattern">The paths it speaks of, percent-encoded.</param>
/// <param name="IsAllow">Whether they may be read.</param>
internal readonly record struct RobotsRule(string Pattern, bool IsAllow);
