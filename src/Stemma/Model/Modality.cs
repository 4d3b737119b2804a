namespace Stemma.Model;

/// <summary>How an outlet stands to a sentence it prints.</summary>
public enum Modality
{
    /// <summary>Stated on the outlet's own word.</summary>
    Asserted,

    /// <summary>Laid to a person, document or outlet: "according to", "officials said".</summary>
    Attributed,

    /// <summary>Wholly, or nearly so, somebody's words between quotation marks.</summary>
    Quoted,

    /// <summary>Held open: "may", "reportedly", "it is unclear".</summary>
    Hedged,

    /// <summary>Said not to be so, by somebody.</summary>
    Denied,

    /// <summary>Yet to come: "will", "is expected to".</summary>
    Planned,

    /// <summary>A judgement or a wish of the writer.</summary>
    Opinion,

    /// <summary>Earlier events and standing facts.</summary>
    Background,
}
