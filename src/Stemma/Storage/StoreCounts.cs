namespace Stemma.Storage;

/// <summary>What waits in the store and how large it is: cheap to ask for, at any size.</summary>
/// <param name="AwaitPage">Articles that await their page.</param>
/// <param name="AwaitReading">Articles that await reading.</param>
/// <param name="StoriesBehind">Stories whose brief is behind their accounts.</param>
/// <param name="Feeds">Feeds.</param>
/// <param name="FailingFeeds">Feeds that failed last time.</param>
/// <param name="FileBytes">Size of the database.</param>
public readonly record struct StoreCounts(long AwaitPage, long AwaitReading, long StoriesBehind, long Feeds, long FailingFeeds, long FileBytes);
