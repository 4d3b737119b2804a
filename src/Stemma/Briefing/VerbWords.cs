namespace Stemma.Briefing;

/// <summary>Which words look like verbs that tell what was done; by their endings and a list of irregular ones.</summary>
internal static class VerbWords
{
    /// <summary>Whether a folded word looks like a past form.</summary>
    public static bool IsPast(string written) =>
        written.EndsWith("ed", StringComparison.Ordinal) || written.EndsWith("te", StringComparison.Ordinal)
            || written.StartsWith("ge", StringComparison.Ordinal) || IrregularPasts.Contains(written);

    /// <summary>Whether it looks like a past form or a participle.</summary>
    public static bool IsVerbLike(string written) =>
        IsPast(written) || (written.Length > 5 && written.EndsWith("ing", StringComparison.Ordinal));

    private static readonly HashSet<string> IrregularPasts = new(StringComparer.Ordinal)
    {
        "began", "broke", "brought", "built", "came", "cut", "dealt", "died", "fell", "felt", "fired", "flew", "fought",
        "found", "gave", "got", "grew", "held", "hit", "hurt", "kept", "knew", "laid", "led", "left", "lost", "made", "met",
        "paid", "put", "quit", "ran", "rose", "sank", "sat", "sent", "set", "shot", "shut", "sold", "spent", "stood", "struck",
        "swore", "sworn", "taken", "took", "taught", "thrown", "threw", "voted", "went", "withdrew", "won", "woke", "wrote",
        "born", "given", "gone", "known", "seen", "shown", "held",
    };
}
