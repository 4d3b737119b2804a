using System.Buffers;
using System.Text;

namespace Stemma.Fetching;

/// <summary>Leaves out characters that are no text in any feed.</summary>
internal static class FeedCharacters
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    /// <summary>The text without control characters. Linear in its length.</summary>
    public static string Clean(string text, FeedFaultList faults)
    {
        if (!text.AsSpan().ContainsAny(Controls))
        {
            return text;
        }
        faults.Add(FeedFaultKind.ControlCharacter);
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Controls) is >= 0 and var at)
        {
            clean.Append(rest[..at]);
            rest = rest[(at + 1)..];
        }
        return clean.Append(rest).ToString();
    }
}
