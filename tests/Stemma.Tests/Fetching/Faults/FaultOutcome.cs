using Stemma.Fetching;

namespace Stemma.Tests.Fetching.Faults;

/// <summary>What came of a fault.</summary>
/// <param name="Faulty">The fetch that met it.</param>
/// <param name="Beside">The healthy fetch at the same time.</param>
/// <param name="Then">The fetch of the same host afterwards; null where none was made.</param>
internal sealed record FaultOutcome(FetchResult Faulty, FetchResult Beside, FetchResult? Then);
