namespace Stemma.Analyzing;

/// <summary>A verb of speech or its like in the text, with who does it.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Index just past its last token.</param>
/// <param name="Lemma">Dictionary form: "say", "according to".</param>
/// <param name="Flags">How it is used.</param>
/// <param name="Source">Who; null where none is found.</param>
/// <param name="IsInverted">Whether the source follows the verb.</param>
internal sealed record Cue(int First, int Last, string Lemma, CueFlags Flags, SourcePhrase? Source, bool IsInverted)
{
    public bool Has(CueFlags flags) => (Flags & flags) != 0;
}
