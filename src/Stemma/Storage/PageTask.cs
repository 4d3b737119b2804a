using Stemma.Model;

namespace Stemma.Storage;

/// <summary>A page that is due to be fetched.</summary>
/// <param name="Article">The article it is of.</param>
/// <param name="Url">Its address.</param>
/// <param name="Attempts">How often it was asked for in vain.</param>
/// <param name="ETag">The validator of the bytes at hand; null for a page that was never fetched, or had none.</param>
/// <param name="LastModified">The other validator, as the server wrote it.</param>
/// <param name="IsRevisit">Whether it is looked at again for changes.</param>
public sealed record PageTask(ArticleId Article, Uri Url, int Attempts, string? ETag = null, string? LastModified = null, bool IsRevisit = false);
