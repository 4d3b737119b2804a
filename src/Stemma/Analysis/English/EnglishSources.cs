namespace Stemma.Analyzing;

/// <summary>
/// Finds who does a verb: the noun phrase before it (over appositions, relative clauses and "of"-chains, back to the
/// head), or after it where the verb stands first. Never leaves the sentence; looks at most 60 words away.
/// </summary>
internal sealed class EnglishSources(MarkedText text, NamesInText names, EnglishLexicon lexicon)
{
    private const int Reach = 60;

    // So many verbs are tried for a subject; in sentences of people one or two do, in noise each try may start others.
    private const int MostTries = 6;

    /// <summary>The subject before token <paramref name="verb"/>; null where none is found.</summary>
    public SourcePhrase? Before(int verb)
    {
        var sentence = text.SentenceAt(verb);
        var floor = Math.Max(sentence.First, verb - Reach);
        return Before(verb - 1, floor, 0);
    }

    /// <summary>Who does a participle: the person right before it ("of Ann asking"), else the subject of its clause (", saying").</summary>
    public SourcePhrase? OfParticiple(int verb)
    {
        var floor = text.SentenceAt(verb).First;
        return verb - 1 >= floor && names.At(verb - 1) is { Kind: Model.MentionKind.Person } name
            ? new SourcePhrase(name.First, name.Last, name, name.First, name.Last)
            : MainSubject(Math.Max(floor, verb - Reach), verb) ?? Before(verb);
    }

    /// <summary>The noun phrase that begins at or just after token <paramref name="start"/>; null where none does.</summary>
    public SourcePhrase? After(int start)
    {
        if (start >= text.Tokens.Length || text.SentenceOf[start] < 0)
        {
            return null;
        }
        var limit = Math.Min(text.SentenceAt(start).Last, start + Reach);
        var i = start;
        while (i < limit && text.Tags[i] == PosTag.Adv)
        {
            i++;
        }
        var last = EndOfPhrase(i, limit);
        if (last <= i || IsTime(i, last))
        {
            return null;
        }
        var named = LastNameIn(i, last);
        // "Secretary of State Ann Lee": the title's own link
        if (named is null && last + 1 < limit && text.Words[last] is "of" or "for" && names.At(Math.Min(limit - 1, last + 1)) is { } inside && inside.HasTitle && inside.TitleFirst < last)
        {
            last = inside.Last;
            named = inside;
        }
        if (named is { } name && name.Last == last)
        {
            return new SourcePhrase(name.First, name.Last, name, i, last);
        }
        // "the president of Lund, Ann Lee,"
        var comma = last;
        for (var steps = 0; steps < 8 && comma < limit && text.Words[comma] is not ("," or "." or ":"); steps++)
        {
            comma++;
        }
        if (comma + 1 < limit && text.Words[comma] == "," && names.At(comma + 1) is { Kind: Model.MentionKind.Person } apposed
            && (apposed.Last >= limit || text.Words[apposed.Last] is "," or "." or ":") && text.Tags[i] != PosTag.Pron && last - i > 1)
        {
            return new SourcePhrase(apposed.First, apposed.Last, apposed, i, apposed.Last);
        }
        return new SourcePhrase(i, last, null, i, last);
    }

    private SourcePhrase? Before(int i, int floor, int depth)
    {
        i = SkipAdverbs(i, floor);
        if (i < floor || depth > 6)
        {
            return null;
        }
        var word = text.Words[i];
        if (text.StretchOf[i] >= 0 && text.Tokens[i].Kind == Text.TokenKind.Mark)
        {
            return null;
        }
        if (word is "," or "—" or "–" or "--" or ")")
        {
            return AcrossApposition(i, floor, depth);
        }
        if (word is "to")
        {
            // "went on to say", "continued to insist"
            return Before(SkipVerbs(i - 1, floor), floor, depth + 1);
        }
        if (word is "and" or "but" or "or" or "then")
        {
            return MainSubject(floor, i, depth) ?? ClauseSubject(i, floor, depth);
        }
        if (word is "who" or "that" or "which")
        {
            var antecedent = text.Word(i - 1) is "," ? i - 2 : i - 1;
            return antecedent >= floor ? Before(antecedent, floor, depth + 1) : null;
        }
        var first = StartOfPhrase(i, floor);
        if (first > i)
        {
            return null;
        }
        var last = i + 1;
        if (IsTime(first, last))
        {
            var before = text.Word(first - 1) is "on" or "in" or "last" or "this" or "late" or "early" ? first - 2 : first - 1;
            return before >= floor ? Before(before, floor, depth + 1) : null;
        }
        if (text.Tags[i] == PosTag.Pron)
        {
            return new SourcePhrase(i, last, null, i, last);
        }
        var (headFirst, headLast) = Climb(first, last, floor);
        if (headFirst == first && first - 1 >= floor && text.Tags[first - 1] is PosTag.Verb or PosTag.Aux or PosTag.Adp
            && RelativeStart(first - 1, floor) is var relative && relative > floor)
        {
            // "a researcher who tracks the trade said"
            return Before(relative - 1, floor, depth + 1);
        }
        return ToSource(headFirst, headLast, first: headFirst, last);
    }

    private SourcePhrase ToSource(int headFirst, int headLast, int first, int last)
    {
        var name = LastNameIn(headFirst, headLast);
        return name is not null && name.Last == headLast
            ? new SourcePhrase(name.First, name.Last, name, first, last)
            : new SourcePhrase(headFirst, headLast, null, first, last);
    }

    private int SkipAdverbs(int i, int floor)
    {
        while (i >= floor && (text.Tags[i] is PosTag.Adv or PosTag.Aux or PosTag.Part && text.Words[i] is not ("to" or "'s")
            || (text.Words[i] is "'s" && text.Tags[i] == PosTag.Aux)
            || text.Words[i] is "also" or "later" or "then" or "not" or "n't" or "has" or "had" or "have" or "did" or "would" or "all" or "both" or "each"))
        {
            i--;
        }
        return i;
    }

    private int SkipVerbs(int i, int floor)
    {
        while (i >= floor && (text.Tags[i] is PosTag.Verb or PosTag.Adv or PosTag.Aux or PosTag.Adp or PosTag.Part))
        {
            i--;
        }
        return i;
    }

    // "X, the president of Y, said": back over the words between the commas to what stands before them
    private SourcePhrase? AcrossApposition(int comma, int floor, int depth)
    {
        var open = text.Words[comma] switch { ")" => "(", var sign => sign };
        var apposed = comma - 1 >= floor ? names.At(comma - 1) : null;
        var start = comma - 1;
        for (; start >= floor; start--)
        {
            if (text.Words[start] == open && !SplitsName(start) && !SplitsNumber(start))
            {
                break;
            }
            if (text.StretchOf[start] >= 0 && text.StretchOf[start] != text.StretchOf[comma])
            {
                // a nickname between marks may stand inside
                if (text.Tokens[start].Kind == Text.TokenKind.Mark && text.Stretches[text.StretchOf[start]].Last == start + 1
                    && start - text.Stretches[text.StretchOf[start]].First > 8)
                {
                    return null;
                }
            }
        }
        if (start <= floor)
        {
            // "The spokesman Ann Lee, said": a comma that parts nothing
            return comma - 1 >= floor && start < floor && text.Tags[comma - 1] is PosTag.Propn && StartOfPhrase(comma - 1, floor) == floor
                ? Before(comma - 1, floor, depth + 1) : null;
        }
        if (text.Words[start - 1] == ")" && open == ",")
        {
            return Before(start - 1, floor, depth + 1);
        }
        var before = Before(start - 1, floor, depth + 1);
        if (apposed is { Kind: Model.MentionKind.Person } && apposed.First == start + 1 && before is { Name: null } nominal
            && text.Tags[nominal.First] != PosTag.Pron)
        {
            return new SourcePhrase(apposed.First, apposed.Last, apposed, nominal.WholeFirst, comma);
        }
        return before is { } subject ? NamedBefore(subject, floor) with { WholeLast = comma } : null;
    }

    // "Ann Lee, of Lund, Sweden," and "Ann Lee, the head of X -- which … -- said": back from the apposition to the name
    private SourcePhrase NamedBefore(SourcePhrase subject, int floor)
    {
        var comma = subject.WholeFirst - 1;
        if (text.Word(comma) is "of" or "from" or "in")
        {
            comma--;
        }
        return comma - 1 >= floor && text.Words[comma] == "," && text.Tags[subject.First] != PosTag.Pron && names.At(comma - 1) is { Kind: Model.MentionKind.Person or Model.MentionKind.Other } name && name.Last == comma
            && (name.Kind == Model.MentionKind.Person || name.Last - name.First > 1) && subject.Name is not { Kind: Model.MentionKind.Person }
            ? new SourcePhrase(name.First, name.Last, name, name.First, subject.WholeLast) : subject;
    }

    private bool SplitsName(int comma) => names.At(comma) is not null;

    private bool SplitsNumber(int comma) => text.Tag(comma - 1) == PosTag.Num && text.Tag(comma + 1) == PosTag.Num;

    /// <summary>From "the head of the office at X" back to "the head".</summary>
    private (int First, int Last) Climb(int first, int last, int floor)
    {
        for (var steps = 0; steps < 5 && first - 1 > floor; steps++)
        {
            var link = first - 1;
            if (text.Words[link] is not ("of" or "for" or "at" or "with" or "from" or "in" or "on" or "to" or "near" or "by" or "about" or "against" or "behind" or "under" or "and" or "&"))
            {
                break;
            }
            var isAnd = text.Words[link] is "and" or "&";
            var name = names.At(last - 1);
            if (name is not null && name.First != first && name.TitleFirst < link)
            {
                break;
            }
            var end = link;
            if (text.Words[end - 1] == ")")
            {
                while (end > floor && text.Words[end - 1] != "(")
                {
                    end--;
                }
                end--;
            }
            if (end - 2 >= floor && IsReducedRelative(end - 1))
            {
                end--;
            }
            if (end - 1 < floor || text.Tags[end - 1] is not (PosTag.Noun or PosTag.Propn or PosTag.Num or PosTag.Pron or PosTag.Adj) || text.Words[end - 1] is "he" or "she" or "they" or "it")
            {
                break;
            }
            var start = StartOfPhrase(end - 1, floor);
            if (start >= end || IsTime(start, end))
            {
                break;
            }
            if (isAnd)
            {
                first = start;
                continue;
            }
            (first, last) = (start, end);
        }
        return (first, last);
    }

    // "a person briefed on the sale": the participle belongs to the noun before it
    private bool IsReducedRelative(int i) =>
        text.Tags[i] == PosTag.Verb && text.Tags[i - 1] is PosTag.Noun or PosTag.Propn
        && (text.Words[i].EndsWith("ed", StringComparison.Ordinal) || text.Words[i].EndsWith("ing", StringComparison.Ordinal) || text.Words[i] is "known" or "held" or "sent" or "hurt");

    /// <summary>Index of a relative pronoun within ten words before, else -1.</summary>
    private int RelativeStart(int i, int floor)
    {
        for (var steps = 0; steps < 12 && i >= floor; steps++, i--)
        {
            if (text.Words[i] is "who" or "which" || (text.Words[i] is "that" && text.Tag(i - 1) is PosTag.Noun or PosTag.Propn && text.Tag(i + 1) is PosTag.Verb or PosTag.Aux))
            {
                return text.Word(i - 1) == "," ? i - 1 : i;
            }
            if (text.Tags[i] == PosTag.Punct)
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>The subject of the first finite verb after the last clause boundary before <paramref name="end"/>.</summary>
    private SourcePhrase? MainSubject(int floor, int end, int depth = 0)
    {
        var start = floor;
        for (var i = end - 2; i > floor; i--)
        {
            if (text.StretchOf[i] < 0 && (text.Words[i] == ";" || (text.Words[i] is "but" or "while" or "and" && text.Words[i - 1] == "," && text.Tags[i + 1] is PosTag.Propn or PosTag.Pron or PosTag.Det)))
            {
                start = i + 1;
                break;
            }
        }
        var tries = 0;
        for (var i = start + 1; i < end && tries < MostTries; i++)
        {
            if (text.StretchOf[i] < 0 && text.Tags[i] is PosTag.Verb or PosTag.Aux && !text.Words[i].EndsWith("ing", StringComparison.Ordinal) && tries++ < MostTries
                && Before(i - 1, start, Math.Max(4, depth + 1)) is { } subject && subject.WholeFirst - start <= 25 && text.Words[subject.First] is not ("that" or "which" or "what" or "it's"))
            {
                return subject;
            }
        }
        return null;
    }

    /// <summary>The subject of the clause that a coordinated verb continues.</summary>
    private SourcePhrase? ClauseSubject(int conjunction, int floor, int depth)
    {
        var tries = 0;
        for (var i = conjunction - 1; i > floor && tries < MostTries; i--)
        {
            if (text.StretchOf[i] < 0 && text.Tags[i] is PosTag.Verb or PosTag.Aux && text.Tags[i - 1] is PosTag.Propn or PosTag.Noun or PosTag.Pron or PosTag.Adv
                && text.Words[i] is var word && !word.EndsWith("ing", StringComparison.Ordinal))
            {
                tries++;
                var subject = Before(i - 1, floor, Math.Max(3, depth + 1));
                if (subject is { } found && !(found.Name is null && text.Tags[found.First] == PosTag.Pron && text.Words[found.First] is not ("he" or "she" or "they" or "it" or "i" or "we")))
                {
                    return found;
                }
            }
        }
        return null;
    }

    /// <summary>First token of the noun phrase that ends at token <paramref name="i"/>; above <paramref name="i"/> where none does.</summary>
    public int StartOfPhrase(int i, int floor)
    {
        if (i < floor || !IsPhrasePart(i) || text.Words[i] is "'s" or "'" or "'")
        {
            return i + 1;
        }
        if (text.Tags[i] == PosTag.Pron && !IsPossessive(i))
        {
            return i;
        }
        var name = names.At(i);
        var first = name?.First ?? i;
        while (first - 1 >= floor && IsPhrasePart(first - 1) && text.StretchOf[first - 1] == text.StretchOf[i])
        {
            first--;
            if (names.At(first) is { } inside && inside.First >= floor)
            {
                first = Math.Min(first, inside.First);
            }
            if (text.Tags[first] == PosTag.Det || IsPossessive(first))
            {
                break;
            }
            if (text.Tags[first] == PosTag.Pron)
            {
                first++;
                break;
            }
        }
        return first;
    }

    private int EndOfPhrase(int i, int limit)
    {
        if (i < limit && text.Tags[i] == PosTag.Pron && !IsPossessive(i) && text.Words[i] is not ("all" or "some" or "many" or "one" or "both"))
        {
            return text.Words[i] is "it" or "that" or "this" or "there" or "what" or "which" or "him" or "her" or "them" or "me" or "us" ? i : i + 1;
        }
        var last = i;
        while (last < limit && IsPhrasePart(last) && text.StretchOf[last] < 0)
        {
            if (last > i && (text.Tags[last] == PosTag.Det || text.Tags[last] == PosTag.Pron || lexicon.TimeWords.Contains(text.Words[last])))
            {
                break;
            }
            last = names.At(last) is { } name && name.Last > last ? name.Last : last + 1;
        }
        return Math.Min(last, limit);
    }

    private bool IsPossessive(int i) => text.Words[i] is "his" or "her" or "their" or "its" or "our" or "my" or "your" or "whose";

    private bool IsPhrasePart(int i) =>
        text.Tags[i] is PosTag.Noun or PosTag.Propn or PosTag.Adj or PosTag.Num or PosTag.Det or PosTag.Pron or PosTag.Sym or PosTag.X
        || names.At(i) is not null
        || text.Words[i] is "'s" or "'"
        || (text.Tags[i] == PosTag.Verb && text.Words[i] is var word && (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal))
            && text.Tag(i + 1) is PosTag.Noun or PosTag.Propn && text.Tag(i - 1) is PosTag.Det or PosTag.Adj);

    private bool IsTime(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (!lexicon.TimeWords.Contains(text.Words[i]) && text.Words[i] is not ("last" or "this" or "next" or "the" or "late" or "early" or "a" or "that") && text.Tags[i] != PosTag.Num)
            {
                return false;
            }
        }
        return true;
    }

    private NameMention? LastNameIn(int first, int last)
    {
        for (var i = last - 1; i >= first; i--)
        {
            if (names.At(i) is { } name)
            {
                return name;
            }
        }
        return null;
    }
}
