namespace Stemma.Analyzing;

/// <summary>How German speaks of outlets.</summary>
internal static class GermanPress
{
    public static PressWords Words { get; } = new()
    {
        NameWords = WordLists.Of("""
            zeitung blatt bote anzeiger kurier rundschau nachrichten presse allgemeine tageblatt tagblatt tageszeitung post spiegel stern rundfunk fernsehen radio
            merkur echo woche wochenblatt magazin times news journal herald gazette tribune tv agentur tagesspiegel volksstimme
            """),
        NameEndings = ["zeitung", "blatt", "bote", "anzeiger", "kurier", "rundschau", "nachrichten", "presse", "funk",
        "post", "merkur", "echo", "spiegel"],
        Nouns = WordLists.Of("""
            zeitung blatt nachrichtenagentur agentur sender magazin nachrichtenmagazin tageszeitung wochenzeitung rundfunk fernsehsender radiosender portal
            boulevardzeitung nachrichtensender sonntagszeitung
            """),
        AgencyNouns = WordLists.Of("nachrichtenagentur agentur presseagentur"),
        Works = WordLists.Of("bericht artikel recherche meldung"),
        Articles = WordLists.Of("der die das dem den des"),
    };

    public static IReadOnlySet<string> ReportVerbs { get; } = WordLists.Of("berichten melden schreiben enthüllen bestätigen sagen erklären zitieren heißen nennen sprechen mitteilen geben hinweisen teilen");
}
