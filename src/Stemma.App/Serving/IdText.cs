using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>Reads ids as they stand in addresses: a letter and ten base-32 characters.</summary>
internal static class IdText
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static StoryId? Story(string? text) => Read('s', text) is { } value ? new StoryId(value) : null;

    public static ArticleId? Article(string? text) => Read('a', text) is { } value ? new ArticleId(value) : null;

    public static FeedId? Feed(string? text) => Read('f', text) is { } value ? new FeedId(value) : null;

    private static long? Read(char kind, string? text)
    {
        if (text is not { Length: 11 } || text[0] != kind)
        {
            return null;
        }
        var value = 0L;
        foreach (var c in text.AsSpan(1))
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }
            value = (value << 5) | (uint)digit;
        }
        return value;
    }
}
