using Stemma.Fetching;

namespace Stemma.App.Json;

/// <summary>An element Stemma gives no meaning to, as it stands.</summary>
internal sealed record FeedExtensionOutput(string Prefix, string Name, string Text, IReadOnlyDictionary<string, string> Attributes)
{
    public static IReadOnlyList<FeedExtensionOutput> All(IReadOnlyList<FeedExtension> extensions) =>
        [.. extensions.Select(e => new FeedExtensionOutput(e.Prefix, e.Name, e.Text, Sorted(e)))];

    private static SortedDictionary<string, string> Sorted(FeedExtension extension)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in extension.Attributes)
        {
            attributes.TryAdd(name, value);
        }
        return attributes;
    }
}
