using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Finds quotes in German: words between marks that a cue, a colon or a subjunctive shows to be speech; clauses after
/// and before
/// verbs of speech; what "laut X" covers; and sentences in the subjunctive, which carry on the speaker before them.
/// </summary>
internal sealed class GermanStatements(MarkedText text, GermanLexicon lexicon, IReadOnlyList<Cue>[] cues,
    OutletReferences references)
{
    // verbs whose whole sentence gives somebody's view, with no clause of its own
    private static readonly HashSet<string> TellsWhole = WordLists.Of("bezeichnen kritisieren fordern verlangen warnen loben beklagen charakterisieren vermuten zweifeln ausschließen");

    private readonly List<Statement> _statements = [];
    private int _turn;

    public List<Statement> Find()
    {
        Statement? speaker = null;
        var stretch = 0;
        for (var s = 0; s < text.Sentences.Length; s++)
        {
            var before = _statements.Count;
            Indirect(s, ref speaker);
            for (; stretch < text.Stretches.Length && text.Stretches[stretch].First < text.Sentences[s].Last; stretch++)
            {
                Quoted(stretch, s, ref speaker);
            }
            if (_statements.Count == before)
            {
                Free(s, ref speaker);
            }
        }
        _statements.Sort((a, b) => a.Span.CompareTo(b.Span));
        return _statements;
    }

    private void Indirect(int s, ref Statement? speaker)
    {
        var (first, end, _) = text.Sentences[s];
        end = TrimEnd(first, end);
        foreach (var cue in cues[s])
        {
            if (cue.Has(CueFlags.Preposition))
            {
                Covered(cue, first, end, ref speaker);
                continue;
            }
            if (cue.Source is null && cue.Lemma is not "heißen")
            {
                continue;
            }
            if (text.Word(ClauseStart(cue.First, first)) == "wie")
            {
                Parenthetical(cue, first, end, ref speaker);
                continue;
            }
            var comma = NextComma(Math.Max(cue.Last, cue.IsInverted ? cue.Source?.WholeLast ?? 0 : 0), end);
            if (comma > 0 && comma + 2 < end
                && (text.Words[comma + 1] is "dass" or "ob" or "wie" or "warum" or "was" or "wer"
                || HasSubjunctive(comma + 1, end) || HasInfinitive(comma + 1, end) || cue.Has(CueFlags.BareClause)))
            {
                Add(comma + 1, end, cue, "indirect.clause", ref speaker);
            }
            else if (cue.First > first + 2 && text.Words[cue.First - 1] == "," && HasVerb(first, cue.First))
            {
                Add(first, cue.First - 1, cue, "indirect.clause-before", ref speaker);
            }
            else if (TellsWhole.Contains(cue.Lemma) && comma <= 0 && !HasStretch(first, end) && cue.Source is not null)
            {
                Add(first, end, cue, "indirect.reported", ref speaker);
            }
        }
    }

    // "Laut X ist …": all of the sentence but the phrase
    private void Covered(Cue cue, int first, int end, ref Statement? speaker)
    {
        if (cue.Source is not { } source)
        {
            return;
        }
        var from = Math.Min(cue.First, source.WholeFirst);
        var to = Math.Max(cue.Last, source.WholeLast);
        while (from - 1 > first && text.Words[from - 1] is "," or "nach")
        {
            from--;
        }
        if (from <= first + 1)
        {
            Add(to < end && text.Words[to] == "," ? to + 1 : to, end, cue, "indirect.according-to", ref speaker);
        }
        else if (to >= end - 1 || text.Words[Math.Min(to, end - 1)] is ",")
        {
            Add(first, from, cue, "indirect.according-to", ref speaker);
        }
        else
        {
            var turn = _turn + 1;
            Add(first, from, cue, "indirect.according-to", ref speaker);
            if (_turn == turn)
            {
                Add(to, end, cue, "indirect.according-to", ref speaker, turn);
            }
        }
    }

    // "Wie X mitteilte, ist …", "…, wie X mitteilte, …"
    private void Parenthetical(Cue cue, int first, int end, ref Statement? speaker)
    {
        var start = ClauseStart(cue.First, first);
        var close = NextComma(cue.Last, end);
        if (start <= first + 1)
        {
            if (close > 0)
            {
                Add(close + 1, end, cue, "indirect.as-said", ref speaker);
            }
            return;
        }
        Add(first, start - 1, cue, "indirect.as-said", ref speaker);
        if (close > 0)
        {
            Add(close + 1, end, cue, "indirect.as-said", ref speaker, _turn);
        }
    }

    private void Free(int s, ref Statement? speaker)
    {
        var (first, end, paragraph) = text.Sentences[s];
        if (speaker is null || !IsFree(first, end)
            || text.Sentences[text.SentenceOf[text.TokenAt(speaker.Span.Start)]].Paragraph < paragraph - 1)
        {
            return;
        }
        // sentences that carry on one another are one statement
        var last = _statements.Count > 0 ? _statements[^1] : null;
        if (last is { Rule: "indirect.subjunctive" } && text.SentenceOf[text.TokenAt(last.Span.End - 1)] == s - 1)
        {
            last.Span = new TextSpan(last.Span.Start, text.Span(first, end).End);
            return;
        }
        _turn++;
        _statements.Add(new Statement
        {
            Span = text.Span(first, end), Form = QuoteForm.Indirect, Source = speaker.Source, Cue = null,
                Rule = "indirect.subjunctive", Figure = 0.6, Turn = _turn,
        });
    }

    private bool IsFree(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.StretchOf[i] < 0 && text.Words[i] is "sei" or "seien" or "habe" or "werde" or "könne" or "müsse"
                or "solle" or "wolle" or "dürfe" or "gebe" or "gehe" or "komme" or "hätten" or "würden" or "müssten"
                or "könnten" or "stehe" or "bestehe" or "liege" or "handele" or "handle"
                && text.Word(i - 1) is not "ich")
            {
                return true;
            }
        }
        return false;
    }

    private void Quoted(int index, int s, ref Statement? speaker)
    {
        var stretch = text.Stretches[index];
        if (references.At(stretch.First) is { } named && named.Last == stretch.Last)
        {
            return;
        }
        var (first, end, _) = text.Sentences[s];
        var words = 0;
        var verb = false;
        for (var i = stretch.First; i < stretch.Last; i++)
        {
            words += text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
            verb |= text.Tags[i] is PosTag.Verb or PosTag.Aux;
        }
        var colon = text.Word(stretch.First - 1) == ":";
        var cue = CueFor(stretch, text.SentenceOf[stretch.Last - 1]) ?? CueFor(stretch, s);
        if (cue is null && colon && s > 0 && first == stretch.First)
        {
            cue = cues[s - 1].LastOrDefault(c => c.Source is not null);
        }
        var whole = stretch.First == first || colon;
        if (cue is null && whole && words >= 5 && verb && speaker is not null)
        {
            _turn++;
            speaker = new Statement { Span = stretch.Inner, Form = QuoteForm.Direct, Stretch = index,
                Source = speaker.Source, Cue = null, Rule = "quote.speaker-before", Figure = 0.6, Turn = _turn };
            _statements.Add(speaker);
            return;
        }
        var subjunctive = HasSubjunctive(first, end) && speaker is not null && words >= 2;
        var judged = cue is not null && (words >= 4 || colon || cue.Has(CueFlags.Judgement)
            || text.Word(stretch.Last) == "," || stretch.First == first || HasSubjunctive(first, end));
        if (!judged && !subjunctive && !(words >= 5 && verb))
        {
            return;
        }
        var inside = _statements.Count > 0 && _statements[^1] is { Stretch: < 0 } clause
            && clause.Span.Start <= stretch.Inner.Start
            && stretch.Inner.End <= clause.Span.End ? _statements[^1] : null;
        _turn += inside is null ? 1 : 0;
        var source = cue?.Source ?? inside?.Source ?? speaker?.Source;
        var statement = new Statement
        {
            Span = stretch.Inner, Form = whole
                ? QuoteForm.Direct : QuoteForm.Mixed, Stretch = index, Cue = cue, Source = source,
            Rule = cue is not null ? "quote.cue" : "quote.speaker-before", Figure = cue?.Source is not null
            ? 0.85 : source is null ? 0 : 0.5, Turn = _turn,
        };
        _statements.Add(statement);
        speaker = source is null ? speaker : statement;
    }

    private Cue? CueFor(Stretch stretch, int s)
    {
        Cue? best = null;
        var distance = 40;
        foreach (var cue in cues[s])
        {
            var d = cue.First >= stretch.Last ? cue.First - stretch.Last : stretch.First - cue.Last;
            if (cue.Source is not null && d >= 0 && d < distance)
            {
                (best, distance) = (cue, d);
            }
        }
        return best;
    }

    private void Add(int from, int to, Cue cue, string rule, ref Statement? speaker, int turn = 0)
    {
        while (from < to && text.Tags[from] == PosTag.Punct && text.StretchOf[from] < 0)
        {
            from++;
        }
        while (to > from && text.Tags[to - 1] == PosTag.Punct && text.StretchOf[to - 1] < 0)
        {
            to--;
        }
        if (to - from < 2 || IsQuoted(from, to))
        {
            return;
        }
        _turn += turn == 0 ? 1 : 0;
        var statement = new Statement
        {
            Span = text.Span(from, to), Form = QuoteForm.Indirect, Cue = cue, Source = cue.Source, Rule = rule,
                Figure = cue.Source is null ? 0 : 0.7, Turn = turn == 0 ? _turn : turn,
        };
        _statements.Add(statement);
        speaker = cue.Source is null ? speaker : statement;
    }

    private bool IsQuoted(int from, int to)
    {
        var inside = 0;
        for (var i = from; i < to; i++)
        {
            inside += text.StretchOf[i] >= 0 ? 1 : 0;
        }
        return inside >= 0.8 * (to - from);
    }

    private bool HasStretch(int from, int to)
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

    private bool HasSubjunctive(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.StretchOf[i] < 0 && lexicon.Subjunctives.Contains(text.Words[i]))
            {
                return true;
            }
        }
        return false;
    }

    private bool HasInfinitive(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((text.Words[i] == "zu" && text.Tag(i + 1) is PosTag.Verb or PosTag.Aux)
                || (text.Tags[i] == PosTag.Verb && text.Words[i].Length > 7
                && text.Words[i].IndexOf("zu", 2, StringComparison.Ordinal) > 0
                && text.Words[i].EndsWith("en", StringComparison.Ordinal)))
            {
                return true;
            }
        }
        return false;
    }

    private bool HasVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text.Tags[i] is PosTag.Verb or PosTag.Aux)
            {
                return true;
            }
        }
        return false;
    }

    private int NextComma(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (text.Words[i] is "," or ":" && text.StretchOf[i] < 0)
            {
                return i;
            }
        }
        return -1;
    }

    private int ClauseStart(int verb, int first)
    {
        for (var j = verb - 1; j >= first; j--)
        {
            if (text.Words[j] is "," or ":" or ";" or "–" or "—")
            {
                return j + 1;
            }
        }
        return first;
    }

    private int TrimEnd(int first, int last)
    {
        while (last > first && text.Words[last - 1] is "." or "!" or "?" or ":")
        {
            last--;
        }
        return last;
    }
}
