namespace Stemma.Analyzing;

/// <summary>How German holds open, plans, judges and looks back.</summary>
internal static class GermanModality
{
    public static ModalityWords Words { get; } = new()
    {
        Hedges = WordLists.Of("""
            offenbar angeblich mutmaßlich möglicherweise vermutlich wohl vielleicht womöglich wahrscheinlich anscheinend könnte könnten dürfte dürften unklar soll
            sollen scheint scheinen
            """),
        Opinions = WordLists.Of("leider hoffentlich skandalös beschämend unverantwortlich"),
        Future = WordLists.Of("wird werden"),
        Plans = WordLists.Of("plant planen beabsichtigt geplant vorgesehen"),
        PlanLinks = WordLists.Of(", zu die den eine einen das"),
        BackgroundPhrases = ["in der vergangenheit", "seit langem", "in den vergangenen jahren"],
    };
}
