using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Finds what a named reporter of an outlet is said to have reported: "the Gazette's Ann Lee reported", "Tom Hart, a writer
/// for the Gazette, said". What a host, a guest or a columnist says is opinion, and laid to nobody's reporting.
/// </summary>
internal sealed class EnglishStaff(MarkedText text, NamesInText names, IReadOnlyList<Cue>[] cues)
{
    /// <summary>The verb by which the outlet's reporter reports; null where none does.</summary>
    /// <param name="reference">Where the outlet is named.</param>
    /// <param name="isOwn">Whether it is the article's own: its reporter may also just "say" what he sees.</param>
    public Cue? Reporting(OutletReference reference, bool isOwn)
    {
        var s = text.SentenceOf[reference.First];
        if (text.Word(reference.Last) is "'s" or "’s" or "'" or "’"
            && names.At(reference.Last + 1) is { Kind: MentionKind.Person } person)
        {
            // "the Gazette's Ann Lee in Portville says"
            return cues[s].FirstOrDefault(c => Reports(c, isOwn) && (Covers(c, person)
                || (!c.IsInverted && c.First >= person.Last && c.First <= person.Last + 4)
                || (c.IsInverted && c.Last <= reference.First && reference.First - c.Last <= 1)));
        }
        return text.Word(reference.First - 1) is "for" or "at" or "of" or "with" or "from" && IsReporter(reference.First - 2)
            ? cues[s].FirstOrDefault(c => Reports(c, isSaying: true) && c.Source is { } source
                && ((source.WholeFirst <= reference.First && reference.Last <= source.WholeLast)
                    || (source.First < reference.First && c.First >= reference.Last && c.First <= reference.Last + 2)))
            : null;
    }

    /// <summary>Whether a word names one who reports: "a writer for the Gazette", "reporters for the Gazette".</summary>
    public bool IsReporter(int token) =>
        text.Word(token).TrimEnd('s') is "reporter" or "writer" or "journalist" or "correspondent";

    private static bool Reports(Cue cue, bool isSaying) =>
        !cue.Has(CueFlags.Passive | CueFlags.Preposition)
        && (cue.Lemma is "report" or "write" or "reveal" or "note" or "tweet" or "learn" or "obtain" or "point"
            || (isSaying && cue.Lemma is "say" or "add" or "explain" or "describe"));

    private static bool Covers(Cue cue, NameMention person) =>
        cue.Source is { } source && source.First < person.Last && person.First < source.Last;
}
