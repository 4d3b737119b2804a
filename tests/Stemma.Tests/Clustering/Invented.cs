using Stemma.Model;

namespace Stemma.Tests.Clustering;

/// <summary>Invented articles for the clustering tests.</summary>
internal static class Invented
{
    public const string Ferry =
        "The ferry Aldebaran ran on to the mole of Port Quillan on Monday morning. The coast guard took 212 passengers off in boats. " +
        "Captain Ruben Osterhaus said the rudder had stopped answering. Port Quillan's harbour master closed the eastern channel.";

    public const string FerryAgain =
        "All 212 passengers of the Aldebaran are safe after the ferry struck the mole of Port Quillan. Captain Ruben Osterhaus " +
        "told the coast guard that the rudder failed. The eastern channel of the harbour stays closed.";

    public const string Orchard =
        "Growers in the Vale of Tamsin lost a third of their plum blossom to frost. The Tamsin cooperative asked the ministry of " +
        "agriculture for 4.2 million crowns. Chairwoman Ilka Brandreth said that the trees themselves had lived.";

    public static Article Of(string text, string? published = null, string? outlet = null, string title = "", string? url = null) => new()
    {
        Id = new ArticleId(ContentId.Of(url ?? "", outlet ?? "", title, text)),
        Source = "-",
        Url = url is null ? null : new Uri(url),
        Outlet = outlet,
        Title = title,
        Text = text,
        Published = published is null ? null : new Moment(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture), true),
    };

    public static Analysis NoAnalysis(Article article) => new() { Article = article.Id };
}
