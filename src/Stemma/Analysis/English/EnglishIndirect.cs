using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Finds what is told in the outlet's words: the clause after "X said (that)", the clause before ", X said", and what
/// "according
/// to X" covers. A clause that holds quoted words shares their turn.
/// </summary>
internal sealed class EnglishIndirect(MarkedText text, EnglishLexicon lexicon, IReadOnlyList<Cue>[] cues)
{
    // a thing after these is what they are about, not what is said
    private static readonly HashSet<string> TakesNoObject = WordLists.Of("tell put answer address support question mention say challenge disclose invoke promote back oppose defend discuss express outline detail welcome hail refer compare");

    /// <summary>Adds the indirect statements to those between marks.</summary>
    public void AddTo(List<Statement> statements)
    {
        var byStretch = new Dictionary<int, Statement>();
        foreach (var quoted in statements)
        {
            byStretch[quoted.Stretch] = quoted;
        }
        var turn = statements.Count == 0 ? 0 : statements.Max(s => s.Turn);
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            foreach (var cue in cues[s])
            {
                if (cue.Source is null && !(cue.Has(CueFlags.Passive) && cue.Lemma is "say" or "report" or "allege"))
                {
                    continue;
                }
                if (IsNegated(cue) || ContentOf(cue, s) is not { } content
                    || IsQuoted(content.First, content.Last, out var inside))
                {
                    continue;
                }
                var shared = inside >= 0 && byStretch.GetValueOrDefault(inside) is { } q
                    && q.Cue?.First == cue.First ? q.Turn : 0;
                turn += shared == 0 ? 1 : 0;
                statements.Add(new Statement
                {
                    Span = text.Span(content.First, content.Last),
                    Form = QuoteForm.Indirect,
                    Cue = cue,
                    Source = cue.Source,
                    Rule = content.Rule,
                    Figure = cue.Source is null ? 0 : cue.Has(CueFlags.Speech) ? 0.75 : 0.6,
                    Turn = shared == 0 ? turn : shared,
                });
                if ((content.Rule == "indirect.clause-before"
                    || (content.Rule == "indirect.according-to" && content.Last <= cue.First))
                    && RestAfter(cue, s) is { } rest && !IsQuoted(rest.First, rest.Last, out _))
                {
                    statements.Add(new Statement
                    {
                        Span = text.Span(rest.First, rest.Last), Form = QuoteForm.Indirect, Cue = cue,
                            Source = cue.Source, Rule = content.Rule,
                        Figure = 0.75, Turn = shared == 0 ? turn : shared,
                    });
                }
            }
        }
        statements.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    // "did not answer", "would not say" tell nothing
    private bool IsNegated(Cue cue)
    {
        for (var i = cue.First - 1; i >= cue.First - 3 && i >= 0; i--)
        {
            if (text.Words[i] is "not" or "n't" or "never")
            {
                return !cue.Has(CueFlags.Thought);
            }
            if (text.Tags[i] is not (PosTag.Adv or PosTag.Aux))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>"The bridge, he said, is safe": what comes after the words that lay the sentence to somebody.</summary>
    private (int First, int Last)? RestAfter(Cue cue, int s)
    {
        var end = TrimEnd(text.Sentences[s].First, text.Sentences[s].Last);
        var after = cue.IsInverted ? cue.Source?.WholeLast ?? cue.Last : cue.Last;
        for (var i = after; i < Math.Min(end, after + 10); i++)
        {
            if (text.StretchOf[i] >= 0)
            {
                return null;
            }
            if (text.Words[i] == ",")
            {
                return i + 3 < end && !text.Words[i + 1].EndsWith("ing", StringComparison.Ordinal)
                    && text.Words[i + 1] is not ("but" or "who" or "which" or "as" or "while" or "though" or "when"
                    or "citing" or "according")
                    ? (i + 1, ContentEnd(cue, s, i + 1, end)) : null;
            }
        }
        return null;
    }

    private (int First, int Last, string Rule)? ContentOf(Cue cue, int s)
    {
        var sentence = text.Sentences[s];
        var end = TrimEnd(sentence.First, sentence.Last);
        if (cue.Has(CueFlags.Preposition))
        {
            return AccordingContent(cue, sentence, end);
        }
        // ", X said." at the end: the content stands before
        var start = cue.IsInverted ? cue.First : cue.Source?.WholeFirst ?? cue.First;
        var after = cue.IsInverted ? cue.Source?.WholeLast ?? cue.Last : cue.Last;
        if (start > sentence.First + 2 && text.Words[start - 1] is "," or "—" or "–" && !cue.Has(CueFlags.Judgement)
            && cue.Has(CueFlags.Speech | CueFlags.Thought)
            && (after >= end || EndsClauseSoon(after, end)))
        {
            var last = start - 1;
            var first = ClauseStart(sentence.First, last, cue, s);
            return first < last ? (first, last, "indirect.clause-before") : null;
        }
        if (cue.IsInverted && !cue.Has(CueFlags.Passive))
        {
            return null;
        }
        return ClauseAfter(cue, s, end);
    }

    private (int First, int Last, string Rule)? ClauseAfter(Cue cue, int s, int end)
    {
        var i = cue.Last;
        if (cue.Lemma == "call" && text.Word(i) == "for")
        {
            var stop = ContentEnd(cue, s, i + 1, end);
            return stop - i > 2 ? (i + 1, stop, "indirect.object") : null;
        }
        if (cue.Has(CueFlags.Addressee))
        {
            i = SkipAddressee(i, end);
        }
        i = SkipAside(i, end);
        if (i >= end)
        {
            return null;
        }
        var word = text.Words[i];
        var opens = word is "that" && text.Tag(i + 1) != PosTag.Verb
            || (word is "whether" or "if" or "how" or "why" or "what" or "who"
            && cue.Has(CueFlags.ThatClause | CueFlags.Addressee))
            || (word is "to" && cue.Has(CueFlags.Addressee | CueFlags.ThatClause | CueFlags.Judgement | CueFlags.Thought)
                && (text.Tag(i + 1) is PosTag.Verb or PosTag.Aux
                || (text.Tag(i + 1) == PosTag.Adv && text.Tag(i + 2) == PosTag.Verb)));
        // "said “it hurts” each time he thinks of it": the clause begins between marks
        var lead = text.StretchOf[i] >= 0 && i + 1 < end ? i + 1 : i;
        var bare = cue.Has(CueFlags.BareClause)
            && (text.Tags[lead] is not (PosTag.Punct or PosTag.Adp or PosTag.Verb or PosTag.Cconj or PosTag.Sconj)
                || (text.Tags[lead] == PosTag.Verb && text.Words[lead].EndsWith("ing", StringComparison.Ordinal)
                && cue.Has(CueFlags.Speech) && text.Word(lead - 1) != ","))
                && word is not ("when" or "before" or "after" or "where" or "because" or "while" or "not")
                && HasVerb(i, end);
        if (!opens && !bare && !cue.Has(CueFlags.ThatClause | CueFlags.Judgement))
        {
            return null;
        }
        if (!opens && !bare)
        {
            // "denied the allegations": a noun phrase as content, of verbs that take one
            if (!cue.Has(CueFlags.Speech | CueFlags.Judgement) || TakesNoObject.Contains(cue.Lemma)
                || text.Tags[i] is not (PosTag.Det or PosTag.Noun or PosTag.Propn or PosTag.Adj or PosTag.Pron
                or PosTag.Verb))
            {
                return null;
            }
        }
        var last = ContentEnd(cue, s, i, end);
        return last - i >= 2 ? (i, last, opens ? "indirect.that" : bare
            ? "indirect.bare-clause" : "indirect.object") : null;
    }

    /// <summary>Where the clause ends: at the sentence's end, or before the next cue that takes over.</summary>
    private int ContentEnd(Cue cue, int s, int from, int end)
    {
        foreach (var next in cues[s])
        {
            if (next.First <= from || next == cue)
            {
                continue;
            }
            var start = next.IsInverted ? next.First : Math.Max(from, next.Source?.WholeFirst ?? next.First);
            var participle = text.Words[next.First].EndsWith("ing", StringComparison.Ordinal)
                && text.Word(next.First - 1) == ",";
            if (participle)
            {
                return next.First - 1;
            }
            if (next.Has(CueFlags.Preposition) && text.Word(next.First - 1) is ",")
            {
                return next.First - 1;
            }
            if (next.Source is { } source && cue.Source is { } own && source.First == own.First
                && text.Word(next.First - 1) is "and" or "but")
            {
                return text.Word(next.First - 2) == "," ? next.First - 2 : next.First - 1;
            }
            if (next.Has(CueFlags.Speech) && start > from && text.Word(start - 1) is "but" or "while"
                && text.Word(start - 2) == ",")
            {
                return start - 2;
            }
        }
        return end;
    }

    private (int First, int Last, string Rule)? AccordingContent(Cue cue, SentenceRange sentence, int end)
    {
        if (cue.Source is not { } source)
        {
            return null;
        }
        if (cue.First <= sentence.First + 1)
        {
            var comma = source.WholeLast;
            while (comma < end && text.Words[comma] != ",")
            {
                comma++;
            }
            return comma + 2 < end ? (comma + 1, end, "indirect.according-to") : null;
        }
        var last = text.Words[cue.First - 1] is "," or "—" ? cue.First - 1 : cue.First;
        return last > sentence.First ? (sentence.First, last, "indirect.according-to") : null;
    }

    private int ClauseStart(int first, int last, Cue cue, int s)
    {
        foreach (var earlier in cues[s])
        {
            if (earlier.Last <= cue.First && earlier.First != cue.First && earlier.Source is not null
                && earlier.Has(CueFlags.Speech)
                && text.Word(earlier.Last) is "that" && text.Word(cue.First - 1) is "," && earlier.Last < last)
            {
                return last;
            }
        }
        return first;
    }

    private bool EndsClauseSoon(int from, int end)
    {
        // "…, he said on Monday." or "…, he said, adding that"
        for (var i = from; i < Math.Min(end, from + 14); i++)
        {
            if (text.Words[i] is "," or ";" or "—")
            {
                return true;
            }
            // "After the fair, he said the bridge was safe": what follows has a verb, so it is the content
            if (text.Words[i] is "that" || (text.Tags[i] == PosTag.Pron && i == from) || text.StretchOf[i] >= 0
                || (text.Tags[i] is PosTag.Verb or PosTag.Aux
                && !text.Words[i].EndsWith("ing", StringComparison.Ordinal)))
            {
                return false;
            }
        }
        return end - from < 14;
    }

    private int SkipAddressee(int i, int end)
    {
        if (i < end && text.Tags[i] is PosTag.Pron
            && text.Words[i] is "him" or "her" or "them" or "us" or "me" or "it" or "you")
        {
            return i + 1;
        }
        var start = i;
        while (i < end && i - start < 9
            && (text.Tags[i] is PosTag.Det or PosTag.Adj or PosTag.Noun or PosTag.Propn or PosTag.Num
            || text.Words[i] is "'s" or "of" or "at" or "and" or "the"))
        {
            i++;
        }
        return i < end && text.Words[i] is "that" or "," or "in" or "on" or "at" or "to" or "whether" or "if"
            or "during" or "he" or "she" or "they" or "it" || IsDay(i) ? i : start;
    }

    private bool IsDay(int i) => lexicon.TimeWords.Contains(text.Word(i));

    // "said on Thursday in a press conference that …", "said, however, that …"
    private int SkipAside(int i, int end)
    {
        var start = i;
        while (i < end && i - start < 16)
        {
            if (IsDay(i) || text.Tags[i] == PosTag.Adv)
            {
                i++;
            }
            else if (text.Tags[i] == PosTag.Adp
                && text.Words[i] is "in" or "on" or "at" or "during" or "to" or "by" or "via" or "through" or "of"
                or "about")
            {
                var j = i + 1;
                while (j < end && (text.Tags[j] is PosTag.Det or PosTag.Adj or PosTag.Noun or PosTag.Propn
                    or PosTag.Num || IsDay(j) || text.Words[j] is "'s"))
                {
                    j++;
                }
                if (j == i + 1 || (text.Word(j) is not ("that" or "," or "in" or "on" or "at" or "during" or "with"
                    or "to" or "of") && text.StretchOf[Math.Min(j, end - 1)] < 0))
                {
                    break;
                }
                i = j;
            }
            else if (text.Words[i] == "," && text.Word(i + 1) is "that" or "however" or "too")
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return i < end && text.Words[i] is "," ? i + 1 : i;
    }

    private bool HasVerb(int i, int end)
    {
        for (var j = i; j < Math.Min(end, i + 25); j++)
        {
            if (text.Tags[j] is PosTag.Verb or PosTag.Aux)
            {
                return true;
            }
        }
        return false;
    }

    private int TrimEnd(int first, int last)
    {
        while (last > first && text.Words[last - 1] is "." or "!" or "?" or ":" or ";")
        {
            last--;
        }
        return last;
    }

    /// <summary>Whether nearly all words of a range stand between marks; gives the first stretch in it.</summary>
    private bool IsQuoted(int first, int last, out int inside)
    {
        inside = -1;
        var quoted = 0;
        var words = 0;
        for (var i = first; i < last; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Mark)
            {
                continue;
            }
            words++;
            if (text.StretchOf[i] >= 0)
            {
                quoted++;
                inside = inside < 0 ? text.StretchOf[i] : inside;
            }
        }
        return words == 0 || quoted >= 0.8 * words;
    }
}
