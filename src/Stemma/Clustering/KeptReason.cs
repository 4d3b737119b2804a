using System.Text;
using Stemma.Model;

namespace Stemma.Clustering;

/// <summary>
/// An explanation as bytes: a third of the memory of its objects, which counts where 200,000 articles wait to be looked at again.
/// </summary>
internal static class KeptReason
{
    /// <summary>The bytes of an explanation.</summary>
    public static byte[] Pack(Explanation explanation)
    {
        using var stream = new MemoryStream(explanation.Text.Length + 64);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(explanation.Rule);
        writer.Write(explanation.Text);
        writer.Write(explanation.Figure ?? double.NaN);
        writer.Write7BitEncodedInt(explanation.Evidence.Count);
        foreach (var (article, span) in explanation.Evidence)
        {
            writer.Write(article.Value);
            writer.Write7BitEncodedInt(span.Start);
            writer.Write7BitEncodedInt(span.End);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The explanation again.</summary>
    /// <exception cref="EndOfStreamException">The bytes were cut.</exception>
    public static Explanation Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        var rule = reader.ReadString();
        var text = reader.ReadString();
        var figure = reader.ReadDouble();
        var count = reader.Read7BitEncodedInt();
        Evidence[] evidence = count == 0 ? [] : new Evidence[count];
        for (var i = 0; i < evidence.Length; i++)
        {
            var article = new ArticleId(reader.ReadInt64());
            var start = reader.Read7BitEncodedInt();
            evidence[i] = new Evidence(article, new TextSpan(start, reader.Read7BitEncodedInt()));
        }
        return new Explanation(rule, text, double.IsNaN(figure) ? null : figure, evidence);
    }
}
