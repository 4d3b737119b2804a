namespace Stemma.Analyzing;

/// <summary>How a cue verb is used.</summary>
[Flags]
internal enum CueFlags : ushort
{
    None = 0,

    /// <summary>A verb of speech.</summary>
    Speech = 1,

    /// <summary>It may stand before its subject: "said Ann".</summary>
    Inverts = 2,

    /// <summary>A clause may follow without "that".</summary>
    BareClause = 4,

    /// <summary>A that-clause may follow.</summary>
    ThatClause = 8,

    /// <summary>It takes somebody spoken to: "told reporters".</summary>
    Addressee = 16,

    /// <summary>A verb of thought: "believes".</summary>
    Thought = 32,

    /// <summary>What a study or poll does: "shows".</summary>
    Evidence = 64,

    /// <summary>A judgement on something named: "called it".</summary>
    Judgement = 128,

    /// <summary>"according to" and its like: the source follows.</summary>
    Preposition = 256,

    /// <summary>The verb is passive or a mere participle, so that its subject is no speaker.</summary>
    Passive = 512,
}
