using Stemma.Model;

namespace Stemma.Analyzing;

/// <summary>
/// Judges how the outlet stands to each sentence, by the first that holds: mostly quoted words; a denial; laid to somebody;
/// held open; yet to come; a judgement of the writer; background; else asserted.
/// </summary>
internal sealed class ModalityJudge(
    MarkedText text, IReadOnlyList<Statement> statements, IReadOnlyList<Citation> citations, IReadOnlyList<StatusSignal> statuses, IReadOnlyList<DateExpression> dates,
    ModalityWords words)
{
    public IReadOnlyList<Sentence> Judge()
    {
        var quoted = new int[text.Sentences.Length];
        var laid = new TextSpan?[text.Sentences.Length];
        var denied = new TextSpan?[text.Sentences.Length];
        var direct = new bool[text.Sentences.Length];
        var told = new bool[text.Sentences.Length];
        foreach (var statement in statements)
        {
            if (statement.Stretch >= 0 && statement.Figure > 0)
            {
                CountQuoted(text.Stretches[statement.Stretch], quoted);
            }
            if (statement.Form == QuoteForm.Direct && text.SentenceOf[text.TokenAt(statement.Span.Start)] is var start and >= 0)
            {
                direct[start] = true;
            }
            if (statement.Source is not null && statement.Cue is { Lemma.Length: > 0 } cue && (cue.Flags & ~CueFlags.Passive) != CueFlags.None)
            {
                var s = text.SentenceOf[cue.First];
                laid[s] ??= text.Span(cue.First, cue.Last);
                told[s] |= statement.Stretch < 0;
            }
        }
        foreach (var citation in citations)
        {
            var s = text.SentenceOf[text.TokenAt(citation.Span.Start)];
            if (s >= 0 && citation.Kind is not (CitationKind.Syndicated or CitationKind.SocialPost or CitationKind.Book or CitationKind.Document))
            {
                laid[s] ??= citation.CueSpan;
            }
        }
        foreach (var status in statuses)
        {
            if (status.Kind == StatusKind.Denied && text.SentenceOf[text.TokenAt(status.Span.Start)] is var s and >= 0)
            {
                denied[s] ??= status.Span;
            }
        }
        var sentences = new Sentence[text.Sentences.Length];
        var date = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            sentences[s] = JudgeOne(s, quoted[s], direct[s] && !told[s], denied[s], laid[s], ref date);
        }
        return sentences;
    }

    private Sentence JudgeOne(int s, int quotedTokens, bool isQuote, TextSpan? denied, TextSpan? laid, ref int date)
    {
        var (first, last, paragraph) = text.Sentences[s];
        var span = text.Span(first, last);
        // a quotation and who said it where, or words between marks alone
        if (quotedTokens * 10 >= (last - first) * (isQuote ? 3 : 6))
        {
            return new Sentence(span, paragraph, Modality.Quoted, laid ?? span);
        }
        if (denied is not null)
        {
            return new Sentence(span, paragraph, Modality.Denied, denied);
        }
        if (laid is not null)
        {
            return new Sentence(span, paragraph, Modality.Attributed, laid);
        }
        if (Hedge(first, last) is { } hedge)
        {
            return new Sentence(span, paragraph, Modality.Hedged, hedge);
        }
        if (Plan(first, last) is { } plan)
        {
            return new Sentence(span, paragraph, Modality.Planned, plan);
        }
        if (Opinion(first, last) is { } opinion)
        {
            return new Sentence(span, paragraph, Modality.Opinion, opinion);
        }
        return Background(first, last, span, ref date) is { } before
            ? new Sentence(span, paragraph, Modality.Background, before) : new Sentence(span, paragraph, Modality.Asserted, null);
    }

    private void CountQuoted(Stretch stretch, int[] quoted)
    {
        for (var i = stretch.First; i < stretch.Last; i++)
        {
            if (text.SentenceOf[i] >= 0)
            {
                quoted[text.SentenceOf[i]]++;
            }
        }
    }

    private TextSpan? Hedge(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (text.StretchOf[i] >= 0 || !words.Hedges.Contains(text.Words[i]) || (text.Words[i] is "may" && text.IsCapital(i) && i > first) || (text.Words[i] is "appeared" or "appear" or "appears" && text.Word(i + 1) != "to"))
            {
                continue;
            }
            return text.Span(i, i + 1);
        }
        return null;
    }

    private TextSpan? Plan(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (text.StretchOf[i] >= 0)
            {
                continue;
            }
            if (words.Future.Contains(text.Words[i]) && text.Tags[i] == PosTag.Aux)
            {
                return text.Span(i, i + 1);
            }
            if (words.Plans.Contains(text.Words[i]) && words.PlanLinks.Contains(text.Word(i + 1)) && (text.Tag(i + 2) is PosTag.Verb or PosTag.Aux or PosTag.Propn || words.PlanLinks.Count == 0))
            {
                return text.Span(i, i + 2);
            }
        }
        return null;
    }

    private TextSpan? Opinion(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (text.StretchOf[i] < 0 && words.Opinions.Contains(text.Words[i]) && (text.Article.Kind == ArticleKind.Opinion || text.Words[i] is not ("must" or "should")))
            {
                return text.Span(i, i + 1);
            }
        }
        return null;
    }

    // told in the pluperfect, or dated more than two months before the article
    private TextSpan? Background(int first, int last, TextSpan span, ref int date)
    {
        while (date < dates.Count && dates[date].Span.Start < span.Start)
        {
            date++;
        }
        for (var d = date; d < dates.Count && dates[d].Span.End <= span.End; d++)
        {
            if (text.Article.Published is { } at && dates[d].To.DayNumber < at.Day.DayNumber - 60)
            {
                return dates[d].Span;
            }
        }
        for (var i = first; i + 1 < last; i++)
        {
            if (text.StretchOf[i] < 0 && words.Background.Contains(text.Words[i]) && words.BackgroundPhrases.Any(phrase => text.Matches(i, phrase)))
            {
                return text.Span(i, i + 2);
            }
        }
        return null;
    }
}
