using Stemma.Model;
using Stemma.Text;

namespace Stemma.Analyzing;

/// <summary>
/// Turns the tagger's labels into statements: each content goes to its nearest cue, each cue to its nearest source,
/// not across
/// another content where it can be helped; a cue without a source shares the one before it. The tagger finds more
/// contents than the
/// rules; of who speaks the English rules know more, so where both found the same cue or clause the rules' source is
/// taken.
/// </summary>
internal sealed class TaggedStatements(MarkedText text, NamesInText names, AttributionModel model, Func<string,
    CueFlags> lexicon, bool rulesKnowSources)
{
    // A rule surer than this of a quote's speaker is not overruled; chosen on quotes, 2026-11-24.
    private const double TrustedRule = 0.92;

    private readonly record struct Run(int First, int Last);

    private readonly Dictionary<int, SourcePhrase> _ruledSources = [];
    private readonly Dictionary<int, CueFlags> _ruledCues = [];

    /// <summary>Adds the tagger's clauses to the statements between marks, and its speakers where these had none for
    /// sure.</summary>
    public void AddTo(List<Statement> statements, IReadOnlyList<Statement> rules, byte[] ruleLabels)
    {
        var byStretch = new Dictionary<int, Statement>();
        foreach (var quoted in statements)
        {
            byStretch[quoted.Stretch] = quoted;
        }
        foreach (var rule in rules)
        {
            for (var i = rule.Cue?.First ?? 0; rule.Cue is { } own && i < own.Last; i++)
            {
                _ruledCues.TryAdd(i, own.Flags);
                if (rule.Source is { } source)
                {
                    _ruledSources.TryAdd(i, source);
                }
            }
        }
        var turn = statements.Count == 0 ? 0 : statements.Max(s => s.Turn);
        foreach (var sentence in text.Sentences)
        {
            var features = new AttributionFeatures(text, sentence, ruleLabels, lexicon);
            var (cueLabels, contentLabels) = model.Tag(features);
            AddSentence(sentence, Runs(cueLabels, 1, 2, sentence.First), Runs(contentLabels, 1, 2, sentence.First),
                Runs(contentLabels, 3, 4, sentence.First), statements, byStretch, rules, ref turn);
        }
        if (rulesKnowSources)
        {
            PreferRules(statements, rules);
        }
        statements.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    // "X said Y hopes that …": the tagger's nearest cue is the inner one; the clause of a verb of speech keeps its rule
    private static void PreferRules(List<Statement> statements, IReadOnlyList<Statement> rules)
    {
        var tagged = statements.Where(s => s.Stretch < 0).OrderBy(s => s.Span).ToList();
        var turns = new Dictionary<int, int>();
        foreach (var rule in rules)
        {
            if (rule.Stretch >= 0 || rule.Source is null || rule.Cue is not { } cue || !cue.Has(CueFlags.Speech)
                || rule.Rule == "indirect.object")
            {
                continue;
            }
            for (var i = FirstReaching(tagged, rule.Span.Start); i < tagged.Count
                && tagged[i].Span.Start < rule.Span.End; i++)
            {
                var (span, own) = (tagged[i].Span, rule.Span);
                var shared = Math.Min(span.End, own.End) - Math.Max(span.Start, own.Start);
                // Of one cue the rules know where the clause begins and ends; the tagger often gives its last part alone.
                if (shared > 0 && (tagged[i].Cue?.First == cue.First || 2 * shared >= Math.Max(span.Length, own.Length)))
                {
                    (tagged[i].Span, tagged[i].Source, tagged[i].Cue, tagged[i].Rule, tagged[i].Figure) = (own,
                        rule.Source, cue, rule.Rule, rule.Figure);
                    turns.TryAdd(cue.First, tagged[i].Turn);
                    for (var rest = i + 1; rest < tagged.Count && tagged[rest].Span.Start < own.End; rest++)
                    {
                        if (own.Contains(tagged[rest].Span) && tagged[rest].Cue?.First == cue.First)
                        {
                            statements.Remove(tagged[rest]);
                        }
                    }
                    break;
                }
            }
        }
        AddSecondClauses(statements, rules, tagged, turns);
        AddSureClauses(statements, rules);
    }

    // "The bridge is safe, X said": what somebody is said to have said stands, whether the tagger saw it or not
    private static void AddSureClauses(List<Statement> statements, IReadOnlyList<Statement> rules)
    {
        var turn = statements.Count == 0 ? 0 : statements.Max(s => s.Turn);
        List<Statement> found = [.. statements.OrderBy(s => s.Span)];
        HashSet<int> cues = [.. found.Select(s => s.Cue?.First).OfType<int>()];
        foreach (var rule in rules)
        {
            if (rule.Stretch < 0 && rule.Source is not null && rule.Cue is { } cue && cue.Has(CueFlags.Speech) && rule.Rule != "indirect.object"
                && !cues.Contains(cue.First) && !IsTold(found, rule.Span))
            {
                statements.Add(new Statement { Span = rule.Span, Form = rule.Form, Cue = cue, Source = rule.Source, Rule = rule.Rule, Figure = rule.Figure, Turn = ++turn });
            }
        }
    }

    private static bool IsTold(List<Statement> found, TextSpan span)
    {
        for (var i = FirstReaching(found, span.Start); i < found.Count && found[i].Span.Start < span.End; i++)
        {
            if (found[i].Span.Overlaps(span))
            {
                return true;
            }
        }
        return false;
    }

    // "The bridge, X said, is safe": both clauses around a cue, or none
    private static void AddSecondClauses(List<Statement> statements, IReadOnlyList<Statement> rules,
        List<Statement> tagged, Dictionary<int, int> turns)
    {
        foreach (var rule in rules)
        {
            if (rule.Stretch >= 0 || rule.Cue is not { } cue || !turns.TryGetValue(cue.First, out var turn))
            {
                continue;
            }
            var isNew = true;
            for (var i = FirstReaching(tagged, rule.Span.Start); i < tagged.Count
                && tagged[i].Span.Start < rule.Span.End; i++)
            {
                isNew &= !tagged[i].Span.Overlaps(rule.Span);
            }
            if (isNew)
            {
                statements.Add(new Statement { Span = rule.Span, Form = rule.Form, Cue = cue, Source = rule.Source,
                    Rule = rule.Rule, Figure = rule.Figure, Turn = turn });
            }
        }
    }

    private void AddSentence(SentenceRange sentence, List<Run> cues, List<Run> sources, List<Run> contents,
        List<Statement> statements, Dictionary<int, Statement> byStretch, IReadOnlyList<Statement> rules, ref int turn)
    {
        var turns = new Dictionary<int, int>();
        foreach (var run in contents)
        {
            var content = Trim(run);
            if (content.Last - content.First < 1)
            {
                continue;
            }
            var cue = Nearest(content, cues, contents);
            var source = cue is { } c ? Nearest(c, sources, contents)
                ?? (cues.IndexOf(c) is var at and > 0
                ? Nearest(cues[at - 1], sources, contents) : null) : Nearest(content, sources, contents);
            var phrase = source is { } s ? ToSource(s) : (SourcePhrase?)null;
            phrase = rulesKnowSources ? (cue is { } verbs ? SourceAtCue(verbs) : null) ?? Overlapped(content, rules)
                ?? phrase : phrase ?? Overlapped(content, rules);
            var found = cue is { } verb ? new Cue(verb.First, verb.Last,
                text.Slice(verb.First, verb.Last).ToLowerInvariant(), FlagsOf(verb), phrase, false) : null;
            if (MostlyQuoted(content, out var stretch))
            {
                if (stretch >= 0 && byStretch.TryGetValue(stretch, out var quoted) && phrase is not null
                    && quoted.Figure < TrustedRule)
                {
                    (quoted.Source, quoted.Cue, quoted.Rule, quoted.Figure) = (phrase, found
                        ?? quoted.Cue, "quote.tagger", 0.7);
                }
                continue;
            }
            if (phrase is not null && stretch >= 0 && byStretch.TryGetValue(stretch, out var within)
                && within.Figure < TrustedRule && within.Stretch == stretch)
            {
                (within.Source, within.Cue, within.Rule, within.Figure) = (phrase, found
                    ?? within.Cue, "quote.tagger", 0.7);
            }
            var shared = stretch >= 0 && byStretch.TryGetValue(stretch, out var inside)
                && (inside.Cue is null || inside.Cue.First < sentence.Last && inside.Cue.First >= sentence.First)
                ? inside.Turn : 0;
            if (shared == 0 && cue is { } key && turns.TryGetValue(key.First, out var same))
            {
                shared = same;
            }
            turn += shared == 0 ? 1 : 0;
            var number = shared == 0 ? turn : shared;
            if (cue is { } k)
            {
                turns.TryAdd(k.First, number);
            }
            statements.Add(new Statement
            {
                Span = text.Span(content.First, content.Last), Form = QuoteForm.Indirect, Cue = found, Source = phrase,
                    Rule = "indirect.tagger", Figure = phrase is null ? 0 : 0.75, Turn = number,
            });
        }
    }

    // "has been critical of" and "voted to" are cues to the tagger, yet nobody speaks there
    private CueFlags FlagsOf(Run cue)
    {
        var flags = CueFlags.None;
        for (var i = cue.First; i < cue.Last; i++)
        {
            flags |= _ruledCues.TryGetValue(i, out var ruled) ? ruled : lexicon(text.Words[i]);
        }
        return flags;
    }

    private SourcePhrase? SourceAtCue(Run cue)
    {
        for (var i = cue.First; i < cue.Last; i++)
        {
            if (_ruledSources.TryGetValue(i, out var source))
            {
                return source;
            }
        }
        return null;
    }

    // a sentence in the subjunctive names nobody: the rules carried the speaker on
    private SourcePhrase? Overlapped(Run content, IReadOnlyList<Statement> rules)
    {
        var span = text.Span(content.First, content.Last);
        for (var low = FirstReaching(rules, span.Start); low < rules.Count && rules[low].Span.Start < span.End; low++)
        {
            if (rules[low].Span.Overlaps(span) && rules[low].Source is { } source)
            {
                return source;
            }
        }
        return null;
    }

    private static int FirstReaching(IReadOnlyList<Statement> rules, int offset)
    {
        var low = 0;
        var high = rules.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rules[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }
        return Math.Max(0, low - 3);
    }

    private static List<Run> Runs(byte[] labels, byte begin, byte inside, int offset)
    {
        List<Run> runs = [];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] != begin && labels[i] != inside)
            {
                continue;
            }
            var last = i + 1;
            while (last < labels.Length && labels[last] == inside)
            {
                last++;
            }
            runs.Add(new Run(offset + i, offset + last));
            i = last - 1;
        }
        return runs;
    }

    private Run Trim(Run run)
    {
        var (first, last) = run;
        while (first < last && text.Tags[first] == PosTag.Punct && text.StretchOf[first] < 0)
        {
            first++;
        }
        while (last > first && text.Tags[last - 1] == PosTag.Punct && text.StretchOf[last - 1] < 0)
        {
            last--;
        }
        return new Run(first, last);
    }

    private static Run? Nearest(Run from, List<Run> candidates, List<Run> contents)
    {
        Run? best = null;
        var cheapest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var low = Math.Min(from.Last, candidate.Last);
            var high = Math.Max(from.First, candidate.First);
            var cost = Math.Max(0, high - low);
            foreach (var content in contents)
            {
                cost += content.First >= low && content.Last <= high && content != from ? 12 : 0;
            }
            if (cost < cheapest)
            {
                (best, cheapest) = (candidate, cost);
            }
        }
        return best;
    }

    private SourcePhrase ToSource(Run run)
    {
        for (var i = run.First; i < run.Last; i++)
        {
            if (names.At(i) is { } name && name.First >= run.First - 2 && text.Word(name.Last) is not ("'s" or "'")
                && text.Word(name.TitleFirst - 1) is not ("of" or "for" or "with" or "to" or "at" or "from" or "by"))
            {
                return new SourcePhrase(name.First, name.Last, name, run.First, run.Last);
            }
            if (text.Words[i] is "," or "who" or "of" or "for" && i > run.First)
            {
                return new SourcePhrase(run.First, i, null, run.First, run.Last);
            }
        }
        return new SourcePhrase(run.First, run.Last, null, run.First, run.Last);
    }

    private bool MostlyQuoted(Run content, out int stretch)
    {
        stretch = -1;
        var quoted = 0;
        var words = 0;
        for (var i = content.First; i < content.Last; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Mark)
            {
                continue;
            }
            words++;
            if (text.StretchOf[i] >= 0)
            {
                quoted++;
                stretch = stretch < 0 ? text.StretchOf[i] : stretch;
            }
        }
        return words == 0 || quoted >= 0.8 * words;
    }
}
