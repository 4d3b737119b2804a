namespace Stemma.Analyzing;

/// <summary>How English holds open, plans, judges and looks back.</summary>
internal static class EnglishModality
{
    public static ModalityWords Words { get; } = new()
    {
        Hedges = WordLists.Of("""
            may might could reportedly allegedly apparently possibly perhaps unclear likely unlikely purportedly supposedly presumably potentially uncertain seemingly
            rumored rumoured seems seem appears appear alleged suspected probably
            """),
        Opinions = WordLists.Of("""
            should must ought unfortunately fortunately outrageous disgraceful shameful wonderful sadly hopefully absurd ridiculous undoubtedly
            """),
        Future = WordLists.Of("will 'll shall"),
        Plans = WordLists.Of("expected set due plans planning plan scheduled slated poised intends going aims"),
        PlanLinks = WordLists.Of("to for"),
        BackgroundPhrases = ["has long", "have long", "had previously", "in the past", "in recent years"],
    };
}
