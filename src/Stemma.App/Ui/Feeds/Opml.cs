using System.Globalization;
using System.Text;
using System.Xml;
using Stemma.Storage;

namespace Stemma.App.Ui.Feeds;

/// <summary>Lists of feeds as other readers write and read them (OPML 2.0).</summary>
internal static class Opml
{
    private const int MostDepth = 64;

    public static string Write(IReadOnlyList<FeedRecord> feeds, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", "Stemma");
            xml.WriteElementString("dateCreated", now.ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var folder in feeds.GroupBy(static f => f.Folder, StringComparer.Ordinal))
            {
                if (folder.Key.Length > 0)
                {
                    xml.WriteStartElement("outline");
                    xml.WriteAttributeString("text", CleanText.Of(folder.Key));
                }
                foreach (var feed in folder)
                {
                    xml.WriteStartElement("outline");
                    xml.WriteAttributeString("type", "rss");
                    xml.WriteAttributeString("text", CleanText.Of(feed.Label));
                    xml.WriteAttributeString("title", CleanText.Of(feed.Label));
                    xml.WriteAttributeString("xmlUrl", feed.Address.AbsoluteUri);
                    if (feed.HomePage is { } home)
                    {
                        xml.WriteAttributeString("htmlUrl", home.AbsoluteUri);
                    }
                    xml.WriteEndElement();
                }
                if (folder.Key.Length > 0)
                {
                    xml.WriteEndElement();
                }
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The feeds of a list, with title and innermost folder; as far as it can be read. No entity is resolved.</summary>
    public static IReadOnlyList<(Uri Address, string? Title, string? Folder)> Read(Stream stream)
    {
        List<(Uri, string?, string?)> feeds = [];
        Stack<string?> folders = new();
        try
        {
            using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 8 << 20 });
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.Name == "outline")
                {
                    folders.TryPop(out _);
                }
                if (xml.NodeType != XmlNodeType.Element || xml.Name != "outline")
                {
                    continue;
                }
                var title = xml.GetAttribute("title") ?? xml.GetAttribute("text");
                if (Uri.TryCreate(xml.GetAttribute("xmlUrl")?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    feeds.Add((address!, title, folders.FirstOrDefault(static f => f is not null)));
                }
                if (!xml.IsEmptyElement)
                {
                    if (folders.Count >= MostDepth)
                    {
                        break;
                    }
                    folders.Push(address is null ? title : null);
                }
            }
        }
        catch (XmlException)
        {
            // What was read until there counts.
        }
        return feeds;
    }
}
