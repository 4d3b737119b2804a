using System.Globalization;
using System.Xml;
using Stemma.Model;
using Stemma.Text;

namespace Stemma.App.Ui.Stories;

/// <summary>The news of one story as an Atom feed (RFC 4287): an entry an account, its headline and beginning verbatim.</summary>
internal static class StoryFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="brief">The story.</param>
    /// <param name="origin">Scheme and host of this server.</param>
    public static string Write(StoryBrief brief, string origin)
    {
        var story = new StoryReading(brief, ShortIds.Of([brief]));
        var page = $"{origin}/stories/{brief.Story.Id}";
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, page);
            xml.WriteElementString("title", Atom, story.Headline);
            xml.WriteElementString("updated", Atom, Time(brief.Story.Accounts.Max(static a => a.Article.Time)));
            Link(xml, "alternate", page);
            Link(xml, "self", page + "/feed.xml");
            foreach (var account in brief.Story.Accounts.OrderByDescending(static a => a.Article.Time).ThenBy(static a => a.Id).Take(100))
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("id", Atom, $"{origin}/articles/{account.Id}");
                xml.WriteElementString("title", Atom, CleanText.Of(account.Article.Title) is { Length: > 0 } title ? title : story.Outlet(account.Id));
                xml.WriteElementString("updated", Atom, Time(account.Article.Updated ?? account.Article.Time));
                Link(xml, "alternate", SafeUrl.Of(account.Article.Url)?.Href ?? $"{origin}/articles/{account.Id}");
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, story.Outlet(account.Id));
                xml.WriteEndElement();
                xml.WriteElementString("summary", Atom, Excerpt.Start(CleanText.Of(account.Article.Text), 400));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Time(Moment? moment) =>
        (moment?.At ?? DateTimeOffset.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
