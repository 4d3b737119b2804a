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

    /// <summary>How sure a citation must be to count, in [0, 1].</summary>
    public const double CitationFigure = 0.5;
}
