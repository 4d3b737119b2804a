namespace Stemma.Model;

/// <summary>How a quote stands in the text.</summary>
public enum QuoteForm
{
    /// <summary>Whole clauses between quotation marks.</summary>
    Direct,

    /// <summary>Told in the outlet's words: "she said that …".</summary>
    Indirect,

    /// <summary>A few words between quotation marks inside the outlet's sentence.</summary>
    Mixed,
}
