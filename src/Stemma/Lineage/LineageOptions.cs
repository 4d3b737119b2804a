namespace Stemma.Tracing;

/// <summary>Where the lineage draws its lines. Chosen by reading the bundled samples; dates say when.</summary>
internal static class LineageOptions
{
    /// <summary>
    /// Share of a citation's scope that must be terms of the news for the link to bear on the news itself, in [0, 1].
    /// (2026-11: asides such as a reaction taken from another outlet lie below .15, findings about the news above .25.)
    /// </summary>
    public const double NewsShare = 0.2;

    /// <summary>
    /// Containment from which two accounts count as sharing a text, in [0, 1]: 8-word shingles outside quotations. (2026-11:
    /// light edits of a wire text leave more than .5, one outlet's paraphrase of another less than .05.)
    /// </summary>
    public const double CopyContainment = 0.25;

    /// <summary>Shared words outside quotations from which two accounts count as sharing a text.</summary>
    public const int CopyWords = 40;

    /// <summary>How sure a first-hand sign must be to count, in [0, 1].</summary>
    public const double FirstHandFigure = 0.6;

    /// <summary>
    /// How sure the same must be, in [0, 1], in an account that carries an agency's text or names it as having contributed:
    /// there only what names the outlet itself shows its own work, for "in an interview" may be the agency's. (2026-11.)
    /// </summary>
    public const double CarriedFirstHandFigure = 0.82;

    /// <summary>
    /// Share of a text, in [0, 1], after which a citation is taken for background unless its scope tells the news in so many
    /// words (<see cref="LateNewsShare"/>). (2026-11: of seventeen annotated events' links thirteen of fourteen beyond the
    /// middle are beside the news.)
    /// </summary>
    public const double LatePart = 0.55;

    /// <summary>The same in characters: what a long article cites after its first third is mostly beside the news. (2026-11.)</summary>
    public const double LateChars = 2000;

    /// <summary>Share of the news terms from which a citation beyond <see cref="LatePart"/> bears on the news.</summary>
    public const double LateNewsShare = 0.5;

    /// <summary>
    /// Share of a text, in [0, 1], within which an account that lays nothing else to anybody lays the news to whom it cites.
    /// (2026-11, the same events.)
    /// </summary>
    public const double EarlyPart = 0.43;

    /// <summary>The same in characters: in long commentary a third of the text is no lead. (2026-11, drawn accounts.)</summary>
    public const double EarlyChars = 1200;

    /// <summary>How sure such a citation must be, in [0, 1].</summary>
    public const double EarlyFigure = 0.75;

    /// <summary>
    /// How sure a first-hand sign must be, in [0, 1], in an account that names no other outlet at all: "said in an
    /// interview" can only be its own.
    /// </summary>
    public const double AloneFirstHandFigure = 0.45;

    /// <summary>
    /// Share of a lead's sentence that must be terms of the news for its words to show that the news was public. (2026-11.)
    /// </summary>
    public const double PublicNewsShare = 0.05;

    /// <summary>How many days before the article a report must be dated to be an older one. (2026-11: the news cycle.)</summary>
    public const int OlderReportDays = 3;

    /// <summary>How sure a citation must be to count, in [0, 1].</summary>
    public const double CitationFigure = 0.5;
}
