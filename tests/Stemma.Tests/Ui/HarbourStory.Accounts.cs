using System.Globalization;
using Stemma.Model;

namespace Stemma.Tests.Ui;

internal static partial class HarbourStory
{
    private static Article Sketch(string source, string outlet, string published, string title, string? url) => new()
    {
        Id = default,
        Text = "",
        Source = source,
        Outlet = outlet,
        Title = title,
        Language = "en",
        Url = url is null ? null : new Uri(url),
        Published = new Moment(DateTimeOffset.Parse(published, CultureInfo.InvariantCulture), true),
    };

    private static void AddAccounts(StoryMaker maker)
    {
        maker.Add(
            "gazette",
            Sketch("pages/gazette.html", "Harbour Gazette", "2031-05-04T06:10:00Z",
                "Merrow Bridge may close after inspectors find cracked welds",
                "https://harbourgazette.example/2031/05/04/merrow-bridge") with { Bylines = ["Ines Calloway"] },
            "The Merrow Bridge may be closed for months after inspectors found cracks in eleven of its forty main welds, according to an inspection report obtained by the Harbour Gazette.",
            "The report, dated 28 April, says the cracks were found on the seaward side and had not been there two years ago.",
            "“We will not open the bridge again until every single weld has been looked at, and that may take until autumn,” harbour mayor Ada Lindqvist told the Gazette on Saturday.",
            "Brandt Marine, which built the bridge in 2019, denied that its welding was at fault.",
            "The transport ministry declined to comment.",
            "About 14,000 vehicles cross the bridge every day.");
        maker.Add(
            "wire",
            Sketch("pages/wire.html", "Northern Wire", "2031-05-04T08:45:00Z",
                "Cracks found in Merrow Bridge welds, engineer confirms",
                "https://northernwire.example/merrow-bridge-cracks"),
            "MERROW — Inspectors have found cracks in welds of the Merrow Bridge, an engineer with knowledge of the inspection told Northern Wire on Sunday, confirming a report by the Harbour Gazette.",
            "The engineer, who was not allowed to speak publicly, said eleven welds were affected.",
            "Mayor Ada Lindqvist told a news conference: “We will not open the bridge until every weld has been looked at.”",
            "Brandt Marine said its work had met every standard.");
        maker.Add(
            "radio",
            Sketch("pages/radio.html", "Coast Radio", "2031-05-04T09:30:00Z",
                "Bridge to Merrow shut to lorries", "https://coastradio.example/news/1187"),
            "The bridge to Merrow is shut to lorries after the Harbour Gazette first reported that cracks had been found in eleven welds.",
            "Ferries will carry lorries from Tuesday.");
        maker.Add(
            "beacon",
            Sketch("pages/beacon.html", "Evening Beacon", "2031-05-04T11:00:00Z",
                "Merrow Bridge: engineer confirms cracked welds", "https://eveningbeacon.example/merrow")
                with { Via = "Northern Wire" },
            "MERROW (Northern Wire) — Inspectors have found cracks in welds of the Merrow Bridge, an engineer with knowledge of the inspection told Northern Wire on Sunday, confirming a report by the Harbour Gazette.",
            "Mayor Ada Lindqvist told a news conference: “We will not open the bridge until every weld has been looked at.”");
        maker.Add(
            "isle",
            Sketch("pages/roundup.html#1", "Isle Daily", "2031-05-04T13:20:00Z",
                "Fourteen welds cracked on island’s only bridge", "https://isledaily.example/a/55?from=home&x=1"),
            "The island’s only bridge has cracks in 14 welds and may be closed for months.",
            "About 14,000 vehicles cross the bridge every day.",
            "The ferry company has hired two more boats.");
        maker.Add(
            "kuste",
            Sketch("pages/roundup.html#2", "Küstenblatt", "2031-05-04T15:05:00Z",
                "Risse in elf Schweißnähten: Brücke nach Merrow vor Sperrung", null) with { Language = "de" },
            "Wie die Harbour Gazette berichtet, sind in elf Schweißnähten der Brücke Risse gefunden worden; die Agentur Northern Wire bestätigte das.",
            "„Wir öffnen die Brücke erst wieder, wenn jede Naht geprüft ist“, sagte Bürgermeisterin Ada Lindqvist.");
        maker.Add(
            "dock",
            Sketch("pages/roundup.html#3", "Dockside Post", "2031-05-05T07:00:00Z",
                "What we know about the Merrow Bridge", "https://docksidepost.example/merrow-explained")
                with { Updated = new Moment(new DateTimeOffset(2031, 5, 5, 9, 40, 0, TimeSpan.Zero), true) },
            "The Merrow Bridge, opened in 2019, is the island’s only road link, and several welds are cracked.",
            "The council meets on 12 May to decide on repairs.");
        maker.AddEarlier(
            "dock",
            Sketch("pages/dock-early.html", "Dockside Post", "2031-05-05T07:00:00Z",
                "What we know about the Merrow Bridge", "https://docksidepost.example/merrow-explained"),
            "The Merrow Bridge, opened in 2018, is the island’s only road link, and several welds are cracked.");
    }
}
