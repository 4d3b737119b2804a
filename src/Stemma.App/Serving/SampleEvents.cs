using Stemma.Model;
using Stemma.Storage;

namespace Stemma.App.Serving;

/// <summary>The bundled samples, for whoever wants to look before adding feeds of their own. All in them is invented.</summary>
internal static class SampleEvents
{
    private const string Prefix = "samples/";

    /// <summary>Each page as an article handed in, in order of name.</summary>
    public static IReadOnlyList<Submission> Pages(DateTimeOffset now) =>
    [
        .. typeof(SampleEvents).Assembly.GetManifestResourceNames()
            .Where(static n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => PageOf(n, now)),
    ];

    private static Submission PageOf(string name, DateTimeOffset now)
    {
        var content = Asset.Resource(name);
        var url = new Uri("https://samples.example/" + name[Prefix.Length..]);
        return new Submission
        {
            Url = url,
            Document = new FetchedDocument { Source = name, Url = url, Content = content, MediaType = "text/html", Charset = "utf-8", FetchedAt = now },
        };
    }
}
