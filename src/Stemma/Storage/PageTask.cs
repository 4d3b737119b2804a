using Stemma.Model;

namespace Stemma.Storage;

/// <summary>A page that is due to be fetched.</summary>
/// <param name="Article">The article it is of.</param>
/// <param name="Url">Its address.</param>
/// <param name="Attempts">How often it was asked for in vain.</param>
public sealed record PageTask(ArticleId Article, Uri Url, int Attempts);
