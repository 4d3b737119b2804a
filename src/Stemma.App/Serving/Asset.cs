using System.Security.Cryptography;
using System.Text;

namespace Stemma.App.Serving;

/// <summary>A file of ours that pages ask for. Its address holds its digest, so browsers keep it for good.</summary>
/// <param name="Path">Where it is served.</param>
/// <param name="MediaType">As served.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Asset(string Path, string MediaType, byte[] Content)
{
    public static Asset Of(string name, string mediaType, params ReadOnlySpan<string> resources)
    {
        var content = new List<byte>();
        foreach (var resource in resources)
        {
            content.AddRange(Resource(resource));
        }
        byte[] bytes = [.. content];
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
        return new Asset($"/assets/{digest}/{name}", mediaType, bytes);
    }

    /// <summary>The bytes of a resource of this program.</summary>
    public static byte[] Resource(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Could not serve {name}: it is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string ResourceText(string name) => Encoding.UTF8.GetString(Resource(name));
}
