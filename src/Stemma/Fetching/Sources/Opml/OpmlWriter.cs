using System.Globalization;
using System.Text;
using System.Xml;

namespace Stemma.Fetching;

/// <summary>Writes a list of feeds for other feed readers (OPML 2.0).</summary>
public static class OpmlWriter
{
    /// <summary>The list as XML. Folders come in the order of their first feed, feeds in the order given.</summary>
    /// <param name="title">Title of the list.</param>
    /// <param name="feeds">The feeds.</param>
    /// <param name="created">When it was made.</param>
    public static string Write(string title, IEnumerable<OpmlFeed> feeds, DateTimeOffset created)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        text.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("dateCreated", created.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            Write(xml, [.. feeds], depth: 0);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter xml, List<OpmlFeed> feeds, int depth)
    {
        foreach (var folder in feeds.GroupBy(f => f.Folders.Count > depth ? f.Folders[depth] : null))
        {
            if (folder.Key is null)
            {
                foreach (var feed in folder)
                {
                    Write(xml, feed);
                }
                continue;
            }
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Clean(folder.Key));
            xml.WriteAttributeString("title", Clean(folder.Key));
            Write(xml, [.. folder], depth + 1);
            xml.WriteEndElement();
        }
    }

    private static void Write(XmlWriter xml, OpmlFeed feed)
    {
        var title = Clean(feed.Title ?? feed.Url.Host);
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", title);
        xml.WriteAttributeString("title", title);
        xml.WriteAttributeString("xmlUrl", feed.Url.AbsoluteUri);
        if (feed.SiteUrl is not null)
        {
            xml.WriteAttributeString("htmlUrl", feed.SiteUrl.AbsoluteUri);
        }
        xml.WriteEndElement();
    }

    // XML cannot hold every character, not even as a reference.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }
        return clean.ToString();
    }
}
