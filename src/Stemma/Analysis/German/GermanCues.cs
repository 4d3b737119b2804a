namespace Stemma.Analyzing;

/// <summary>
/// Finds what says in German: verbs of speech with their parted particles ("kündigte … an"), "laut", "nach Angaben",
/// "zufolge", ", so X",
/// "wie X mitteilte".
/// </summary>
internal sealed class GermanCues(MarkedText text, GermanLexicon lexicon, GermanSources sources,
    OutletReferences references)
{
    public List<Cue> Find(Text.SentenceRange sentence)
    {
        List<Cue> cues = [];
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (text.StretchOf[i] < 0 && (Preposition(i, sentence) ?? Verb(i, sentence)) is { } cue)
            {
                cues.Add(cue);
            }
        }
        return cues;
    }

    private Cue? Preposition(int i, Text.SentenceRange sentence)
    {
        const CueFlags Flags = CueFlags.Preposition | CueFlags.Speech;
        switch (text.Words[i])
        {
            case "laut" when text.Tags[i] is not PosTag.Adv || text.IsCapital(i + 1) || text.Tag(i + 1) == PosTag.Det:
                return sources.After(i + 1, sentence.Last) is { } source
                    ? new Cue(i, i + 1, "laut", Flags, source, true) : null;
            case "gemäß" when sources.After(i + 1, sentence.Last) is { } per:
                return new Cue(i, i + 1, "gemäß", Flags, per, true);
            case "zufolge" or "nach" when i > sentence.First && sources.Before(i, sentence.First) is { } before
                && (text.Words[i] == "zufolge" || IsWordNoun(i - 1)):
                return new Cue(i, i + 1, text.Words[i], Flags, before, false);
            case "nach" when AfterWords(i, sentence) is { } words:
                return new Cue(i, i + 1, "nach", Flags, words, true);
            case "so" when i > sentence.First && text.Words[i - 1] is "," or "”" or "“" or "\"" or "«" or "–"
                && sources.After(i + 1, sentence.Last) is { } by
                && (by.WholeLast >= sentence.Last - 1
                || text.Word(by.WholeLast) is "." or "," or "in" or "weiter" or "am" or "gegenüber"):
                return new Cue(i, i + 1, "so", Flags, by, true);
            case "demnach" or "demzufolge" or "danach" when i == sentence.First:
                return new Cue(i, i + 1, "demnach", Flags, new SourcePhrase(i, i + 1, null, i, i + 1), false);
            default:
                return null;
        }
    }

    private bool IsWordNoun(int i) =>
        text.Word(i) is "angaben" or "ansicht" or "meinung" or "einschätzung" or "auffassung" or "informationen"
        or "berichten" or "aussage" or "aussagen" or "worten" or "darstellung" or "überzeugung" or "ankündigung";

    private SourcePhrase? AfterWords(int i, Text.SentenceRange sentence)
    {
        for (var j = i + 1; j < Math.Min(sentence.Last, i + 4); j++)
        {
            if (IsWordNoun(j) || text.Words[j] is "angabe" or "einem" or "erkenntnissen" or "schätzungen"
                or "medienberichten" or "presseberichten" or "untersuchungen" or "studie" or "umfrage" or "bericht"
                or "untersuchung" or "schätzung" or "statistik" && IsReport(j, sentence))
            {
                return sources.After(i + 1, sentence.Last);
            }
        }
        return null;
    }

    private bool IsReport(int j, Text.SentenceRange sentence) =>
        text.Words[j] != "einem" || (j + 1 < sentence.Last
            && text.Words[j + 1] is "bericht" or "medienbericht" or "zeitungsbericht");

    private Cue? Verb(int i, Text.SentenceRange sentence)
    {
        foreach (var (lemma, flags, particles) in lexicon.Cues(text.Words[i]))
        {
            if (text.Tags[i] is not (PosTag.Verb or PosTag.Aux or PosTag.Adj or PosTag.Adv)
                || (text.IsCapital(i) && i > sentence.First))
            {
                return null;
            }
            if (particles.Length > 0 && !HasParticle(i, sentence, particles))
            {
                continue;
            }
            if (lemma is "heißen" && text.Word(i + 1) is not "es" && text.Word(i - 1) is not "es")
            {
                return null;
            }
            var (source, inverted) = Subject(i, sentence);
            return new Cue(i, i + 1, lemma, flags, source, inverted);
        }
        return null;
    }

    private bool HasParticle(int i, Text.SentenceRange sentence, string[] particles)
    {
        // "wie X bekannt gab"
        if (i > sentence.First && Array.IndexOf(particles, text.Words[i - 1]) >= 0)
        {
            return true;
        }
        for (var j = i + 1; j < Math.Min(sentence.Last, i + 25); j++)
        {
            if (Array.IndexOf(particles, text.Words[j]) >= 0
                && (j + 1 >= sentence.Last || text.Tags[j + 1] == PosTag.Punct || text.Words[j + 1] is "und" or "dass"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The subject: before a verb in second place, after it where something else comes first, or within a
    /// "wie"-clause.</summary>
    private (SourcePhrase? Source, bool Inverted) Subject(int verb, Text.SentenceRange sentence)
    {
        var clause = ClauseStart(verb, sentence);
        if (text.Word(clause) is "wie" or "dass" or "weil" or "nachdem" or "als" or "ob" or "wonach" or "während"
            or "obwohl")
        {
            return (sources.After(clause + 1, verb), false);
        }
        var afterMark = verb > sentence.First
            && ((text.Tokens[verb - 1].Kind == Text.TokenKind.Mark && references.At(verb - 1) is null)
            || text.Words[verb - 1] is ",");
        if (afterMark || verb == clause)
        {
            // "Die Stadt, der ein Viertel gehört, lehnte ab": a relative clause stands between
            if (text.Word(verb - 1) == "," && sources.After(sentence.First, clause) is { } head
                && text.Word(head.WholeLast) == ","
                && text.Word(head.WholeLast + 1) is "der" or "die" or "das" or "dem" or "den" or "deren" or "dessen"
                or "welche" or "welcher")
            {
                return (head, false);
            }
            if (sources.After(verb + 1, sentence.Last) is { } following)
            {
                return (following, true);
            }
            // "Ann Lee, die Sprecherin, sagte": the phrase before the apposition
            return clause > sentence.First + 1 ? (sources.After(sentence.First, clause), false) : (null, false);
        }
        if (sources.After(clause, verb) is { } first && text.Tags[clause] is not PosTag.Adp
            && first.WholeFirst - clause <= 1 && !IsAuxiliaryBetween(first.WholeLast, verb, out var auxiliary))
        {
            return (first, false);
        }
        for (var j = clause; j < verb; j++)
        {
            if (text.Tags[j] == PosTag.Aux || text.Words[j] is "hatte" or "hat" or "haben" or "hatten" or "habe")
            {
                var before = sources.After(clause, j);
                return before is { } b && text.Tags[clause] is not (PosTag.Adp or PosTag.Adv)
                    && b.WholeFirst == clause ? (before, false) : (sources.After(j + 1, verb), false);
            }
        }
        return sources.After(verb + 1, sentence.Last) is { } after
            ? (after, true) : (sources.Before(verb, clause), false);
    }

    private bool IsAuxiliaryBetween(int from, int to, out int auxiliary)
    {
        for (auxiliary = from; auxiliary < to; auxiliary++)
        {
            if (text.Tags[auxiliary] == PosTag.Aux)
            {
                return true;
            }
        }
        return false;
    }

    private int ClauseStart(int verb, Text.SentenceRange sentence)
    {
        for (var j = verb - 1; j >= sentence.First; j--)
        {
            if (text.Words[j] is "," or ":" or ";" or "–" or "—"
                || (text.Tokens[j].Kind == Text.TokenKind.Mark && text.StretchOf[j] >= 0 && references.At(j) is null))
            {
                return j + 1;
            }
        }
        return sentence.First;
    }
}
