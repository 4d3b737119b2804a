namespace Stemma.Analyzing;

/// <summary>Finds the verbs of speech, thought and evidence outside quotation marks, and "according to", with their
/// sources.</summary>
internal sealed class EnglishCues(MarkedText text, NamesInText names, EnglishLexicon lexicon, EnglishSources sources)
{
    // words between "quoted" and "as saying": a name with its office
    private const int MostQuoted = 20;

    /// <summary>The cues of a sentence, in order.</summary>
    public List<Cue> Find(Text.SentenceRange sentence)
    {
        List<Cue> cues = [];
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (text.StretchOf[i] >= 0)
            {
                continue;
            }
            if (AccordingTo(i, out var length))
            {
                cues.Add(new Cue(i, i + length, "according to", CueFlags.Preposition | CueFlags.Speech,
                    sources.After(i + length), true));
                i += length - 1;
                continue;
            }
            if (IsQuotingAs(i, sentence.Last))
            {
                continue;
            }
            if (!lexicon.TryCue(text.Words[i], out var lemma, out var flags) || !IsVerb(i, sentence, flags))
            {
                continue;
            }
            cues.Add(ToCue(i, sentence, lemma, flags, cues));
        }
        return cues;
    }

    private bool AccordingTo(int i, out int length)
    {
        length = text.Words[i] switch
        {
            "according" when text.Word(i + 1) == "to" => 2,
            "per" when i > 0 && text.Words[i - 1] == ","
            && (names.At(i + 1) is not null || text.Word(i + 1) == "the") => 1,
            "in" when text.Matches(i, "in the words of") => 4,
            _ => 0,
        };
        return length > 0;
    }

    private bool IsVerb(int i, Text.SentenceRange sentence, CueFlags flags)
    {
        var word = text.Words[i];
        var tag = text.Tags[i];
        if (word is "said" or "says" or "told" or "tweeted" or "added" or "wrote")
        {
            return tag != PosTag.Adj || text.Word(i - 1) is not ("the" or "an" or "a");
        }
        if (tag != PosTag.Verb)
        {
            // "The Times reports that": a noun only to the tagger
            return tag == PosTag.Noun && word.EndsWith('s') && (flags & (CueFlags.Speech | CueFlags.Evidence)) != 0
                && text.Tag(i - 1) == PosTag.Propn && names.At(i - 1) is not null
                && text.Word(i + 1) is "that" or "the" or "a" or "an" or "it" or "he" or "she";
        }
        if (text.Word(i - 1) is "to" && text.Word(i - 2) is "appeared" or "appear" or "appears" or "seemed" or "seems"
            or "seem" or "declined" or "refused")
        {
            return false;
        }
        // "to call", "will call" judge nothing yet; bare infinitives of thought after "do" do
        if (text.Word(i - 1) is "to" && (flags & CueFlags.Speech) == 0)
        {
            return false;
        }
        return !(i == sentence.First && word.EndsWith("ed", StringComparison.Ordinal) && (flags & CueFlags.Speech) != 0
            && text.Word(i + 1) is "by" or "in" or "at" or "on" or "to");
    }

    private Cue ToCue(int i, Text.SentenceRange sentence, string lemma, CueFlags flags, List<Cue> before)
    {
        var last = i + 1;
        if (lemma == "point" && text.Word(last) == "out" || lemma == "go" && text.Word(last) == "on")
        {
            last++;
        }
        if (IsPassive(i))
        {
            var by = ByPhrase(last, sentence.Last);
            return new Cue(i, last, lemma, by is null ? flags | CueFlags.Passive : flags, by, true);
        }
        if (text.Words[i] is "asked" && (i == sentence.First || text.Words[i - 1] is "when" or ",")
            && text.Word(last) is "about" or "whether" or "if" or "by" or "why" or "how" or "what" or "for")
        {
            return new Cue(i, last, lemma, flags | CueFlags.Passive, null, false);
        }
        if ((flags & CueFlags.Inverts) != 0 && MayInvert(i, sentence) && sources.After(last) is { } following
            && EndsInversion(i, following, sentence))
        {
            return new Cue(i, last, lemma, flags, following, true);
        }
        if (Quoting(i, sentence.First) is { } quoting)
        {
            return new Cue(i, last, lemma, flags, IsPassive(quoting) ? sources.Before(quoting) : sources.After(quoting + 1), false);
        }
        var isParticiple = text.Words[i].EndsWith("ing", StringComparison.Ordinal) && text.Tag(i - 1) != PosTag.Aux
            && text.Word(i - 1) is not ("was" or "is" or "were" or "are" or "been" or "be" or "'s" or "'re" or "'m");
        var source = isParticiple ? sources.OfParticiple(i) : sources.Before(i);
        if (isParticiple && text.Word(i - 1) is "," or "and" or ")" or "by" or "before" or "after" or "while" or "”"
            or "\"")
        {
            // "…, adding that": the one who spoke before in the sentence, else the sentence's subject
            source = before.LastOrDefault(c => c.Source is not null)?.Source ?? source;
        }
        return new Cue(i, last, lemma, flags, source, false);
    }

    // "the agency quoted Ann Lee as saying", "Ann Lee was quoted by the agency as saying": where "quoted" stands
    private int? Quoting(int i, int floor)
    {
        if (text.Word(i - 1) is not "as" || text.Words[i] is not ("saying" or "telling"))
        {
            return null;
        }
        for (var j = i - 2; j >= Math.Max(floor, i - MostQuoted) && text.StretchOf[j] < 0; j--)
        {
            if (text.Words[j] is "quoted" or "quotes" or "quoting" or "cited" or "cites" or "citing")
            {
                return j;
            }
        }
        return null;
    }

    // "quoted Ann Lee as saying": the saying is told, not the quoting
    private bool IsQuotingAs(int i, int limit)
    {
        if (text.Words[i] is not ("quoted" or "quotes" or "quoting" or "cited" or "cites" or "citing"))
        {
            return false;
        }
        for (var j = i + 1; j + 1 < Math.Min(limit, i + MostQuoted); j++)
        {
            if (text.Words[j] is "as" && text.Words[j + 1] is "saying" or "telling")
            {
                return true;
            }
        }
        return false;
    }

    private bool MayInvert(int i, Text.SentenceRange sentence)
    {
        if (i == sentence.First)
        {
            return true;
        }
        var before = text.Words[i - 1];
        return before is "," or "—" or "–" or "--"
            || (text.Tokens[i - 1].Kind == Text.TokenKind.Mark && text.StretchOf[i - 1] >= 0)
            || (before is "as" && text.Word(i - 2) is ",");
    }

    // "…, said the mayor." but not "Ann, the mayor, said the plan failed"
    private bool EndsInversion(int verb, SourcePhrase following, Text.SentenceRange sentence)
    {
        if (text.Tokens[Math.Max(0, verb - 1)].Kind == Text.TokenKind.Mark)
        {
            return true;
        }
        var next = following.WholeLast;
        if (next < sentence.Last && text.StretchOf[next] >= 0)
        {
            return false;
        }
        return next >= sentence.Last || (text.Tags[next] is not (PosTag.Verb or PosTag.Aux or PosTag.Adv
            or PosTag.Part) && text.Words[next] is not ("that" or "'s" or "to"));
    }

    private bool IsPassive(int i)
    {
        var word = text.Words[i];
        if (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith('s') || word is "say" or "tell")
        {
            return false;
        }
        for (var j = i - 1; j >= 0 && j > i - 4; j--)
        {
            if (text.Words[j] is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "'re" or "gets"
                or "got")
            {
                return true;
            }
            if (text.Tags[j] is not (PosTag.Adv or PosTag.Part))
            {
                return false;
            }
        }
        return false;
    }

    private SourcePhrase? ByPhrase(int from, int limit)
    {
        for (var j = from; j < Math.Min(limit, from + 8); j++)
        {
            if (text.Words[j] == "by")
            {
                return sources.After(j + 1);
            }
            if (text.Tags[j] == PosTag.Punct)
            {
                return null;
            }
        }
        return null;
    }
}
