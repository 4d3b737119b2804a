using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Lays words between quotation marks to who said them: a cue after them ("…," X said), a cue before (X said: "…"),
/// "according
/// to", the speaker of the same paragraph, of the paragraph before, or the sentence's subject. Marked words that
/// nobody says
/// (titles, scare quotes) are left out.
/// </summary>
internal sealed class EnglishQuoted(MarkedText text, EnglishSources sources, IReadOnlyList<Cue>[] cues,
    OutletReferences references)
{
    private readonly List<Statement> _statements = [];
    private int _turn;

    // words before whom an agency quotes "as saying": "the state agency Nordwire quoted"
    private const int MostQuoting = 6;

    /// <summary>The statements, one a stretch that is speech, in text order.</summary>
    public List<Statement> Find()
    {
        for (var s = 0; s < text.Stretches.Length; s++)
        {
            if (Judge(s) is { } statement)
            {
                _statements.Add(statement);
            }
        }
        return _statements;
    }

    private Statement? Judge(int index)
    {
        var stretch = text.Stretches[index];
        var sentence = text.SentenceOf[stretch.First];
        var lastSentence = text.SentenceOf[stretch.Last - 1];
        if (sentence < 0 || lastSentence < 0 || references.At(stretch.First) is { } named && named.Last == stretch.Last)
        {
            return null;
        }
        var words = CountWords(stretch);
        var before = CueBefore(stretch, sentence);
        var after = CueAfter(stretch, lastSentence);
        var opensSentence = OpensSentence(stretch, sentence);
        var wholeClause = IsWholeClause(stretch, opensSentence);
        if (after is null && BylineAfter(stretch) is { } byline)
        {
            return Start(index, stretch, new Cue(byline.First, byline.Last, "", CueFlags.Speech, byline, true),
                "quote.byline", 0.85, true);
        }
        if (SpeakerLabel(stretch) is { } label)
        {
            return Start(index, stretch, new Cue(label.First, label.Last, "", CueFlags.Speech, label, false),
                "quote.label", 0.9, true);
        }
        if (stretch.Continues && _statements.Count > 0 && _statements[^1].Stretch == index - 1
            && (after is null || _statements[^1].Source is not null && after.Source is { Name: null }))
        {
            return Continue(index, stretch, "quote.next-paragraph", 0.93);
        }
        if (after is { } follow && (before is null || opensSentence || EndsOpen(stretch)))
        {
            return Start(index, stretch, follow, follow.IsInverted
                ? "quote.verb-after" : "quote.subject-after", 0.95, wholeClause);
        }
        if (before is { } lead)
        {
            var adjacent = IsAdjacent(lead, stretch);
            if (words <= 2 && !adjacent && !lead.Has(CueFlags.Judgement) && IsTitleCase(stretch))
            {
                return null;
            }
            return Start(index, stretch, lead, "quote.cue-before", adjacent ? 0.93 : lead.Has(CueFlags.Speech)
                ? 0.85 : 0.7, wholeClause && adjacent);
        }
        if (after is { } late)
        {
            return Start(index, stretch, late, "quote.subject-after", 0.8, wholeClause);
        }
        if (cues[lastSentence].FirstOrDefault(c => c.Has(CueFlags.Preposition)
            && c.Source is not null) is { } according)
        {
            return Start(index, stretch, according, "quote.according-to", 0.9, wholeClause);
        }
        return WithoutCue(index, stretch, sentence, words, opensSentence, wholeClause);
    }

    private Statement? WithoutCue(int index, Stretch stretch, int sentence, int words, bool opensSentence,
        bool wholeClause)
    {
        if (IsTitleCase(stretch) && words <= 8 && !opensSentence)
        {
            return null;
        }
        var previous = _statements.Count > 0 ? _statements[^1] : null;
        var sameParagraph = previous is not null && text.Stretches[previous.Stretch].Paragraph == stretch.Paragraph;
        if (sameParagraph && (wholeClause || words >= 4))
        {
            return Continue(index, stretch, "quote.same-paragraph", opensSentence ? 0.9 : 0.7);
        }
        // "“…”\n\n“…”" and "X said this:\n\n“…”": the sentence before tells
        if (opensSentence)
        {
            var leads = sentence == 0 ? null : cues[sentence - 1].LastOrDefault(c => c.Source is not null
                && c.Has(CueFlags.Speech) && !c.Has(CueFlags.Passive));
            var endsWithColon = sentence > 0 && text.Words[text.Sentences[sentence - 1].Last - 1] == ":";
            if (leads is not null && (endsWithColon || words >= 4))
            {
                return Start(index, stretch, leads, endsWithColon
                    ? "quote.colon-before" : "quote.sentence-before", endsWithColon ? 0.85 : 0.65, wholeClause);
            }
            if (words >= 4 && cues[Math.Min(sentence + 1, cues.Length - 1)].FirstOrDefault(c => c.Source is not null
                && c.Has(CueFlags.Speech)) is { } follows
                && text.Sentences[text.SentenceOf[stretch.Last - 1]].Last == stretch.Last
                && text.Sentences[text.SentenceOf[follows.First]].Paragraph == stretch.Paragraph)
            {
                return Start(index, stretch, follows, "quote.sentence-after", 0.5, wholeClause);
            }
            if (previous is not null && words >= 4
                && text.Stretches[previous.Stretch].Paragraph == stretch.Paragraph - 1)
            {
                return Continue(index, stretch, "quote.paragraph-before", 0.55);
            }
        }
        if (words < 4)
        {
            return null;
        }
        if (SubjectOf(sentence, stretch) is { } subject)
        {
            return Start(index, stretch, new Cue(subject.First, subject.Last, "", CueFlags.None, subject, false),
                "quote.subject", 0.4, false);
        }
        _turn++;
        return new Statement
        {
            Span = stretch.Inner, Stretch = index, Turn = _turn, Rule = "quote.nobody", Figure = 0, Form = wholeClause
                ? QuoteForm.Direct : QuoteForm.Mixed,
        };
    }

    private Statement Start(int index, Stretch stretch, Cue cue, string rule, double figure, bool whole)
    {
        // two stretches laid to one cue are one turn
        var same = _statements.Count > 0 && _statements[^1].Cue is { } last
            && last.First == cue.First ? _statements[^1] : null;
        _turn += same is null ? 1 : 0;
        return new Statement
        {
            Span = stretch.Inner,
            Stretch = index,
            Form = whole ? QuoteForm.Direct : QuoteForm.Mixed,
            Cue = cue,
            Source = cue.Source,
            Rule = rule,
            Figure = cue.Source is null ? 0.1 : figure,
            Turn = _turn,
        };
    }

    private Statement Continue(int index, Stretch stretch, string rule, double figure)
    {
        var previous = _statements[^1];
        return new Statement
        {
            Span = stretch.Inner,
            Stretch = index,
            Form = previous.Form == QuoteForm.Direct
            || OpensSentence(stretch, text.SentenceOf[stretch.First]) ? QuoteForm.Direct : QuoteForm.Mixed,
            Cue = previous.Cue,
            Source = previous.Source,
            Rule = rule,
            Figure = Math.Min(figure, previous.Figure),
            Turn = previous.Turn,
        };
    }

    /// <summary>The nearest cue that stands before the stretch in its sentence, if nothing parts them.</summary>
    private Cue? CueBefore(Stretch stretch, int sentence)
    {
        Cue? best = null;
        foreach (var cue in cues[sentence])
        {
            if (cue.Last <= stretch.First && stretch.First - cue.Last <= 45
                && (!cue.Has(CueFlags.Passive) || cue.Source is not null)
                && !(cue.Has(CueFlags.Preposition) && stretch.First - cue.Last > 12))
            {
                best = cue.Source is null && best?.Source is not null ? best : cue;
            }
        }
        return best is { Source: not null } ? Outer(best, sentence) : null;
    }

    /// <summary>
    /// Inside "X said she hopes that …" the words are X's: an inner verb of thought, or one whose subject is a thing,
    /// gives way to
    /// the verb of speech that governs it.
    /// </summary>
    private Cue Outer(Cue inner, int sentence)
    {
        if (inner.Has(CueFlags.Preposition)
            || (inner.Has(CueFlags.Speech | CueFlags.Judgement) && inner.Source is { Name: not null }))
        {
            return inner;
        }
        for (var i = cues[sentence].Count - 1; i >= 0; i--)
        {
            var outer = cues[sentence][i];
            if (outer.Last < inner.First && outer.Has(CueFlags.Speech) && outer.Has(CueFlags.ThatClause)
                && !outer.IsInverted && outer.Source is { } speaker
                && inner.Source is { } subject && subject.WholeFirst >= outer.Last
                && text.Word(subject.WholeFirst - 1) is not ("but" or "and" or "while" or ";")
                && !(inner.Has(CueFlags.Speech) && text.Tags[subject.First] == PosTag.Pron && speaker.Name is null))
            {
                return outer;
            }
        }
        return inner;
    }

    /// <summary>The cue after the stretch: directly, or with its subject between.</summary>
    private Cue? CueAfter(Stretch stretch, int sentence)
    {
        var limit = text.Sentences[sentence].Last;
        var from = stretch.Last;
        while (from < limit && text.Words[from] is "," or "—" or "–" or "--" or "-")
        {
            from++;
        }
        foreach (var cue in cues[sentence])
        {
            if (cue.First < from)
            {
                continue;
            }
            if (cue.Source is not { } source || cue.Has(CueFlags.Passive) || cue.First - from > 40
                || CrossesStretch(from, cue.First))
            {
                return cue.Source is null && cue.First == from ? null : (Cue?)null;
            }
            var isQuoted = text.Word(cue.First - 1) is "as";
            if (text.Words[cue.First].EndsWith("ing", StringComparison.Ordinal) && !isQuoted)
            {
                return null;
            }
            if (cue.IsInverted ? cue.First - from <= 1 : source.WholeFirst >= from && source.WholeFirst - from <= (isQuoted ? MostQuoting : 2)
                && text.Words[from] is not ("while" or "but" or "and" or "though" or "when" or "after"))
            {
                if (text.Word(cue.Last) is "that" && !OpensSentence(stretch, text.SentenceOf[stretch.First]))
                {
                    return null;
                }
                return cue.Has(CueFlags.Speech | CueFlags.Thought | CueFlags.Preposition)
                    || EndsOpen(stretch) ? cue : null;
            }
            return null;
        }
        return null;
    }

    private bool CrossesStretch(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.StretchOf[i] >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private bool EndsOpen(Stretch stretch) =>
        text.Text[stretch.Inner.End - 1] is ',' or '?' or '!' or '—' or '-' or '…'
        || (stretch.Last < text.Words.Length && text.Words[stretch.Last] == ",");

    private bool IsAdjacent(Cue cue, Stretch stretch) =>
        text.Word(stretch.First - 1) is ":" or "," || cue.Last == stretch.First
            || (cue.IsInverted && cue.Source is { } s && s.Last == stretch.First);

    private bool OpensSentence(Stretch stretch, int sentence) => stretch.First == text.Sentences[sentence].First;

    private bool IsWholeClause(Stretch stretch, bool opensSentence) =>
        opensSentence || (text.Word(stretch.First - 1) is ":" or "," && char.IsUpper(text.Text[stretch.Inner.Start]));

    // a transcript within marks: "“LEE: We will see.”"
    private SourcePhrase? SpeakerLabel(Stretch stretch)
    {
        var first = stretch.First + 1;
        var last = first;
        while (last < stretch.Last && last - first < 3 && text.Tokens[last].Kind == TokenKind.Word
            && text.Tokens[last].Length > 2
            && text.Slice(last, last + 1).All(c => !char.IsLower(c)))
        {
            last++;
        }
        return last > first && text.Word(last) == ":" ? new SourcePhrase(first, last, null, first, last) : null;
    }

    private int CountWords(Stretch stretch)
    {
        var count = 0;
        for (var i = stretch.First; i < stretch.Last; i++)
        {
            count += text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }
        return count;
    }

    private bool IsTitleCase(Stretch stretch)
    {
        var capitals = 0;
        var words = 0;
        for (var i = stretch.First; i < stretch.Last; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word && text.Tokens[i].Length > 3)
            {
                words++;
                capitals += text.IsCapital(i) ? 1 : 0;
            }
        }
        return words > 0 && capitals == words;
    }

    // "“…”\n\nAnn Lee, 22, baker"
    private SourcePhrase? BylineAfter(Stretch stretch)
    {
        var end = stretch.Last;
        if (end >= text.Tokens.Length || text.SentenceOf[end] < 0)
        {
            return null;
        }
        var start = end;
        while (start < text.Tokens.Length && text.Words[start] is "-" or "—" or "–" or "--" or "―")
        {
            start++;
        }
        if (start >= text.Tokens.Length || text.SentenceOf[start] < 0)
        {
            return null;
        }
        var line = text.Sentences[text.SentenceOf[start]];
        var isShort = line.Last - start <= 14;
        var dashed = start > end;
        if (!dashed && text.Sentences[text.SentenceOf[end - 1]].Last != end)
        {
            return null;
        }
        return isShort && sources.After(start) is { Name: { Kind: MentionKind.Person } } source
            && (dashed || (text.Word(source.Last) == "," && text.Tag(source.Last + 1) == PosTag.Num)) ? source : null;
    }

    private SourcePhrase? SubjectOf(int sentence, Stretch stretch)
    {
        var first = text.Sentences[sentence].First;
        for (var i = first; i < stretch.First; i++)
        {
            if (text.Tags[i] is PosTag.Verb or PosTag.Aux && i > first && text.StretchOf[i] < 0)
            {
                return sources.Before(i);
            }
        }
        return null;
    }
}
