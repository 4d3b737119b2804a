namespace Stemma.Analyzing;

/// <summary>Reads whom a speaker told and where: "told reporters", "at a Friday press conference", "on
/// Bluesky".</summary>
internal sealed class EnglishSettings(MarkedText text, EnglishLexicon lexicon, EnglishSources sources)
{
    private const int LongestTokens = 14;

    /// <summary>Writes addressee and setting into the statements.</summary>
    public void AddTo(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement.Cue is not { } cue || text.SentenceOf[cue.First] < 0)
            {
                continue;
            }
            var end = text.SentenceAt(cue.First).Last;
            statement.Addressee = Addressee(cue, end);
            statement.Setting = Setting(cue, end);
        }
    }

    private string? Addressee(Cue cue, int end)
    {
        if (cue.Has(CueFlags.Addressee) && cue.Last < end && text.StretchOf[cue.Last] < 0)
        {
            if (text.Words[cue.Last] is "him" or "her" or "them" or "us" or "me")
            {
                return text.Words[cue.Last];
            }
            return sources.After(cue.Last) is { } told && told.WholeFirst == cue.Last
                && text.Words[told.First] is not ("that" or "he" or "she" or "they" or "it" or "there")
                ? text.Slice(told.WholeFirst, told.Last) : null;
        }
        return text.Word(cue.Last) is "to" && cue.Last + 1 < end
            && cue.Lemma is "say" or "explain" or "confirm" or "write" && sources.After(cue.Last + 1) is { } spoken
            ? text.Slice(spoken.WholeFirst, spoken.Last) : null;
    }

    private string? Setting(Cue cue, int end)
    {
        var sentence = text.SentenceAt(cue.First);
        for (var i = sentence.First; i < end; i++)
        {
            if (text.StretchOf[i] >= 0 || text.Words[i] is not ("in" or "at" or "on" or "during" or "via" or "to"
                or "through") || (i + 1 < end && lexicon.TimeWords.Contains(text.Words[i + 1])
                && text.Tag(i + 2) == PosTag.Punct))
            {
                continue;
            }
            var last = i + 1;
            var found = -1;
            while (last < end && last - i < LongestTokens && text.StretchOf[last] < 0
                && (text.Tags[last] is PosTag.Det or PosTag.Adj or PosTag.Noun or PosTag.Propn or PosTag.Num
                or PosTag.Pron || text.Words[last] is "'s" or "of"))
            {
                found = lexicon.SettingNouns.Contains(text.Words[last])
                    && (text.Words[last] is not ("x" or "truth" or "threads" or "floor") || text.IsCapital(last)
                    || text.Words[last] is "floor") ? last : found;
                last++;
            }
            if (found >= 0 && text.Words[i] is not "to")
            {
                var stop = found + 1;
                // "in an interview with the paper": with whom belongs to it
                if (text.Word(stop) is "with" or "to" or "on" or "in" && sources.After(stop + 1) is { } with
                    && with.Last <= end)
                {
                    stop = with.Last;
                }
                return text.Slice(i, stop);
            }
            i = last - 1;
        }
        return null;
    }
}
